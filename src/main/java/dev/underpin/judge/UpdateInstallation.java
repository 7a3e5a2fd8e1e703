package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** From the user's last word to the word that the update is done. */
final class UpdateInstallation {
    private static final Predicate<Entry> DONE = Views.shown("update.done").and(Views.onInfotainmentOrApp());

    private UpdateInstallation() {}

    /** Every target restarts into its new image, then, and not before, the user is told that the vehicle is ready. */
    static Finding restartedAndTold(History history) {
        return told(history, Views.shown("update.done").and(Views.onInfotainment()), "ready for use");
    }

    /** As {@link #restartedAndTold}, on the infotainment or in the app. */
    static Finding completed(History history) {
        return told(history, DONE, "up to date");
    }

    private static Finding told(History history, Predicate<Entry> done, String words) {
        Optional<Entry> consent = Consent.toInstall(history);
        if (consent.isEmpty()) {
            return Finding.open("the user's word to install");
        }
        int from = consent.get().index();
        Optional<Entry> told = Past.firstAfter(history, Kind.SCREEN, from, done);
        if (told.isEmpty()) {
            return failed(history, from).orElseGet(() -> Finding.open("the view update.done"));
        }
        if (!Views.says(words).test(told.get())) {
            return Finding.fail("update.done does not say: " + words, told.get());
        }
        return restartedBefore(history, from, told.get());
    }

    private static Finding restartedBefore(History history, int from, Entry told) {
        Entry deciding = told;
        List<Target> targets = Target.of(history);
        for (Target target : targets) {
            Optional<Entry> boot = Past.firstAfter(history, Kind.BOOT, from, target.booted());
            if (boot.isEmpty() || boot.get().index() > told.index()) {
                return Finding.fail(
                        "update.done was shown before %s restarted into its new image".formatted(target.ecu()), told);
            }
            deciding = boot.get();
        }
        return targets.isEmpty()
                ? Finding.fail("update.done was shown without an update", told)
                : Finding.pass("every target restarted into its new image, then update.done", deciding, told);
    }

    /** The installation has failed and nobody has tried again. */
    static Optional<Finding> failed(History history, int from) {
        return Past.last(history, Kind.SCREEN, Views.error("installation-failed", "verification-failed"))
                .filter(error -> error.index() > from)
                .filter(error -> Consent.last(history, "Retry", "Schedule", "Confirm")
                        .filter(again -> again.index() > error.index())
                        .isEmpty())
                .map(error -> Finding.fail("the update ended with " + error.text("reason"), error));
    }

    /** Comfort functions and driving are off before the first erase. */
    static Finding functionsDisabled(History history) {
        Optional<Entry> confirmed = Consent.last(history, "Confirm");
        if (confirmed.isEmpty()) {
            return Finding.open("the confirmation");
        }
        Optional<Entry> erase =
                Past.firstAfter(history, Kind.UDS, confirmed.get().index(), Wire.request(Wire.ERASE));
        if (erase.isEmpty()) {
            return Finding.open("the installation");
        }
        Optional<Entry> comfort = Bus.last(
                history, "VCU_Functions", "ComfortAvailable", erase.get().index());
        Optional<Entry> inhibit =
                Bus.last(history, "VCU_DriveState", "DriveInhibit", erase.get().index());
        return comfort.filter(Bus.reads(0)).isPresent()
                        && inhibit.filter(Bus.reads(1)).isPresent()
                ? Finding.pass("off before the first erase", comfort.get(), inhibit.get(), erase.get())
                : Finding.fail("erased while comfort functions or driving were still available", erase.get());
    }

    /** A progress bar that moves to its end. */
    static Finding progressShown(History history) {
        int from = Consent.toInstall(history).map(Entry::index).orElse(Integer.MAX_VALUE - 1);
        return Order.after(history, from)
                .then("the view update.install", Kind.SCREEN, UpdateStart.progress("update.install", 0))
                .then("progress of the installation", Kind.SCREEN, UpdateStart.progress("update.install", 1))
                .then("the end of the installation", Kind.SCREEN, UpdateStart.progress("update.install", 99))
                .pass("the progress bar moved");
    }

    /** Infotainment, navigation and drive control run what came by radio. */
    static Finding overTheAir(History history) {
        List<Target> targets = Target.of(history);
        Set<String> ecus = targets.stream().map(Target::ecu).collect(Collectors.toSet());
        if (!ecus.containsAll(Set.of("IVI", "NAV", "VCU"))) {
            return Finding.open("an update of infotainment, navigation and drive control");
        }
        Order order = Order.in(history);
        for (Target target : targets) {
            order.then(
                    "the image of %s by radio".formatted(target.ecu()),
                    Kind.HTTP,
                    Radio.vehicle().and(Radio::imagePart).and(Radio.path("/" + target.filename())));
        }
        return order.complete() ? booted(history, targets, order) : order.pass("");
    }

    private static Finding booted(History history, List<Target> targets, Order order) {
        int fetched = order.last().index();
        for (Target target : targets) {
            if (Past.firstAfter(history, Kind.BOOT, fetched, target.booted()).isEmpty()) {
                return Finding.open("the boot of %s into its new image".formatted(target.ecu()));
            }
        }
        return order.pass("all targets run what came by radio");
    }
}
