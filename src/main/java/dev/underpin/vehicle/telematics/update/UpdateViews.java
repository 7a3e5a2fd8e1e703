package dev.underpin.vehicle.telematics.update;

import dev.underpin.vehicle.screen.View;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the user reads about an update, the same words in the vehicle and in the companion app. */
public final class UpdateViews {
    public static final String INSTALL_UPDATE = "Install Update";
    public static final String DOWNLOAD_NOW = "Download Now";
    public static final String INSTALL_NOW = "Install Now";
    public static final String SCHEDULE = "Schedule";
    public static final String LATER = "Later";
    public static final String CONFIRM = "Confirm";
    public static final String CANCEL = "Cancel";
    public static final String RETRY = "Retry";
    public static final String CONTACT_SUPPORT = "Contact Support";
    public static final String TROUBLESHOOTING = "Troubleshooting";
    public static final String OK = "OK";

    /** Told when a retry has just met the same trouble. */
    public static final String TRY_LATER = "Try again later";

    /** Ids of all views of an update. */
    public static final List<String> IDS = List.of(
            "update.available",
            "update.download",
            "update.downloaded",
            "update.prepare",
            "update.confirm",
            "update.install",
            "update.restart",
            "update.done",
            "update.error",
            "update.scheduled",
            "update.troubleshooting");

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private UpdateViews() {}

    /** Everything that a user has to know before the choice. */
    public static View available(Offer offer) {
        return view("update.available", "Software update available", details(offer))
                .withButtons(INSTALL_UPDATE, DOWNLOAD_NOW, SCHEDULE, LATER);
    }

    /** @param bearer {@code Wi-Fi}, {@code Cellular}, or empty when there is none at the moment */
    public static View download(int percent, String bearer) {
        return View.of("update.download", "Downloading update", bearer.isEmpty() ? "Waiting for a connection" : bearer)
                .withProgress(percent)
                .withButtons(CANCEL);
    }

    public static View downloaded(Offer offer) {
        return View.of("update.downloaded", "Update downloaded", "Version " + offer.version(), installTime(offer))
                .withButtons(INSTALL_NOW, SCHEDULE, LATER);
    }

    public static View prepare() {
        return View.of("update.prepare", "Verifying and preparing installation");
    }

    public static View confirm(Offer offer) {
        List<String> lines = new ArrayList<>();
        lines.add("Version " + offer.version());
        lines.add(installTime(offer));
        lines.add(unavailable(offer));
        lines.add("The vehicle cannot be driven during installation");
        lines.addAll(offer.instructions());
        return view("update.confirm", "Confirm installation", lines).withButtons(CONFIRM, LATER);
    }

    public static View install(Offer offer, int percent) {
        return View.of(
                        "update.install",
                        "Installing update",
                        unavailable(offer),
                        installTime(offer),
                        left(offer, percent))
                .withProgress(percent);
    }

    public static View restart() {
        return View.of("update.restart", "Restarting to apply the update", "The vehicle cannot be driven yet");
    }

    public static View restoring() {
        return View.of(
                "update.restart",
                "Restoring the previous software",
                "The vehicle cannot be driven until it is restored");
    }

    public static View done(Offer offer) {
        List<String> lines = new ArrayList<>();
        lines.add("Version %s installed".formatted(offer.version()));
        offer.notes().forEach(it -> lines.add("New: " + it));
        lines.add("Your vehicle is ready for use");
        return view("update.done", "Your vehicle software is up to date", lines).withButtons(OK);
    }

    /** @param told what else there is to say, such as that an appointed start was missed */
    public static View scheduled(Offer offer, Instant opens, String... told) {
        List<String> lines = new ArrayList<>();
        lines.add("Starts at " + UTC.format(opens));
        lines.addAll(List.of(told));
        lines.add(installTime(offer));
        lines.add(unavailable(offer));
        lines.add("The vehicle cannot be driven during installation");
        return view("update.scheduled", "Update scheduled", lines).withButtons(CANCEL);
    }

    /** Scheduled straight from the offer: the word to download, as long as nobody gives the word to install. */
    public static View unconfirmed(Offer offer, Instant opens, String... told) {
        List<String> lines = new ArrayList<>(List.of(told));
        lines.add("Confirm to have it installed then; unconfirmed it is only downloaded");
        return scheduled(offer, opens, lines.toArray(String[]::new)).withButtons(CONFIRM, CANCEL);
    }

    public static View troubleshooting() {
        return View.of(
                        "update.troubleshooting",
                        "Troubleshooting",
                        "1. Park the vehicle and leave it switched on",
                        "2. Connect the vehicle to a charger",
                        "3. Connect to a strong Wi-Fi network",
                        "4. Retry; if it fails again, contact support")
                .withButtons(RETRY, CONTACT_SUPPORT);
    }

    /** @param told what else there is to say, such as {@link #TRY_LATER} */
    public static View error(Reason reason, String... told) {
        Trouble trouble = Trouble.of(reason);
        List<String> lines = new ArrayList<>(trouble.lines());
        lines.addAll(List.of(told));
        return view("update.error", trouble.title(), lines)
                .withButtons(trouble.buttons().toArray(String[]::new))
                .because(reason.code());
    }

    private static List<String> details(Offer offer) {
        List<String> lines = new ArrayList<>();
        lines.add("Version " + offer.version());
        lines.add("Purpose: %s (%s)".formatted(offer.purpose(), offer.criticality()));
        lines.add("Estimated download: %d min".formatted(minutes(offer.estimatedDownloadSeconds())));
        lines.add(installTime(offer));
        offer.notes().forEach(it -> lines.add("New: " + it));
        lines.add(unavailable(offer));
        lines.addAll(offer.instructions());
        return lines;
    }

    private static String installTime(Offer offer) {
        return "Estimated installation: %d min".formatted(minutes(offer.estimatedInstallSeconds()));
    }

    private static String left(Offer offer, int percent) {
        return "About %d min left".formatted(minutes(offer.estimatedInstallSeconds() * (100 - percent) / 100));
    }

    private static String unavailable(Offer offer) {
        return "Unavailable during installation: " + String.join(", ", offer.functionsUnavailable());
    }

    private static long minutes(long seconds) {
        return Math.max(1, (seconds + 59) / 60);
    }

    private static View view(String id, String title, List<String> lines) {
        return View.of(id, title, lines.toArray(String[]::new));
    }
}
