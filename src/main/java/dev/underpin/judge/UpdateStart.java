package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** From the notification of an update to the question whether to install it. */
final class UpdateStart {
    private UpdateStart() {}

    static Finding notifiedOnInfotainment(History history) {
        return notified(history, Views.shown("update.available").and(Views.onInfotainment()));
    }

    static Finding notifiedSomewhere(History history) {
        return notified(history, Views.shown("update.available"));
    }

    private static Finding notified(History history, Predicate<Entry> view) {
        return Order.in(history)
                .then(
                        "an offer of the cloud",
                        Kind.HTTP,
                        Radio.vehicle().and(Radio.path("/offer")).and(Radio.status(200)))
                .then("the view update.available", Kind.SCREEN, view)
                .pass("notified of the update that the cloud offers");
    }

    /** The details: version, estimated times, every new feature. */
    static Finding details(History history) {
        Optional<Release> release = Release.of(history);
        Optional<Entry> view =
                Past.last(history, Kind.SCREEN, Views.shown("update.available").and(Views.onInfotainmentOrApp()));
        if (release.isEmpty() || view.isEmpty()) {
            return Finding.open("the details of an offered update");
        }
        return details(release.get(), view.get());
    }

    private static Finding details(Release release, Entry view) {
        for (String detail : List.of("Version " + release.version(), "Estimated download", "Estimated installation")) {
            if (!view.text("text").contains(detail)) {
                return Finding.fail("the details do not name: " + detail, release.received(), view);
            }
        }
        return release.featureMissingIn(view)
                .map(it -> Finding.fail("the details do not name the feature " + it, release.received(), view))
                .orElseGet(() ->
                        Finding.pass("version, times and features as the cloud offers", release.received(), view));
    }

    /** A choice on the view where it is offered. */
    static Checker chosen(String view, String... choices) {
        return history -> {
            Predicate<Entry> offering =
                    Views.showing(view).and(it -> List.of(choices).stream().anyMatch(Views.buttons(it)::contains));
            Optional<Entry> offered = Past.firstAfter(history, Kind.SCREEN, -1, offering);
            Optional<Entry> chosen = Consent.last(history, choices);
            if (offered.isPresent()
                    && chosen.isPresent()
                    && offered.get().index() < chosen.get().index()) {
                return Finding.pass("chosen: " + String.join(" or ", choices), offered.get(), chosen.get());
            }
            return Finding.open("the choice of %s on %s".formatted(String.join(" or ", choices), view));
        };
    }

    /** Bytes of images come by radio after the choice, and the screen names the bearer. */
    static Finding downloadBegins(History history) {
        Optional<Entry> chosen = Consent.last(history, "Install Update", "Download Now", "Retry");
        if (chosen.isEmpty()) {
            return Finding.open("the choice to download");
        }
        return Order.after(history, chosen.get().index())
                .then(
                        "the view update.download with Wi-Fi or Cellular",
                        Kind.SCREEN,
                        Views.showing("update.download")
                                .and(Views.onInfotainment())
                                .and(Views.says("Wi-Fi").or(Views.says("Cellular"))))
                .then("bytes of an image", Kind.HTTP, Radio.vehicle().and(Radio::imagePart))
                .pass("the download began");
    }

    /** As {@link #downloadBegins}, wherever the user looks, and the progress moves. */
    static Finding downloadShown(History history) {
        Optional<Entry> chosen = Consent.last(history, "Download Now");
        if (chosen.isEmpty()) {
            return Finding.open("the choice to download");
        }
        return Order.after(history, chosen.get().index())
                .then("the view update.download", Kind.SCREEN, progress("update.download", 0))
                .then("bytes of an image", Kind.HTTP, Radio.vehicle().and(Radio::imagePart))
                .then("progress of the download", Kind.SCREEN, progress("update.download", 1))
                .pass("the download runs and its progress is shown");
    }

    /** A view with a progress of at least that many percent, on the infotainment or in the app. */
    static Predicate<Entry> progress(String view, int least) {
        return Views.showing(view)
                .and(Views.onInfotainmentOrApp())
                .and(entry -> entry.number("progress").orElse(-1.0) >= least);
    }

    /** The user is asked to confirm, and not before every image is here. */
    static Finding confirmAsked(History history) {
        Optional<Entry> asked =
                Past.last(history, Kind.SCREEN, Views.shown("update.confirm").and(Views.onInfotainment()));
        if (asked.isEmpty()) {
            return Finding.open("the view update.confirm");
        }
        List<Target> targets = Target.of(history);
        for (Target target : targets) {
            if (received(history, target, asked.get()) < target.length()) {
                return Finding.fail("asked before the image of %s was here".formatted(target.ecu()), asked.get());
            }
        }
        return targets.isEmpty()
                ? Finding.fail("asked without metadata of an update", asked.get())
                : Finding.pass("asked once all images were here", asked.get());
    }

    private static long received(History history, Target target, Entry asked) {
        return history.of(Kind.HTTP).stream()
                .takeWhile(entry -> entry.index() < asked.index())
                .filter(Radio.vehicle().and(Radio::imagePart).and(Radio.path("/" + target.filename())))
                .mapToLong(entry -> entry.number("bytes").orElse(0.0).longValue())
                .sum();
    }

    /** After the choice to install: verified and prepared, with every target asked who it is, before the last question. */
    static Finding prepared(History history) {
        Optional<Entry> chosen = Consent.last(history, "Install Now", "Schedule", "Install Update");
        if (chosen.isEmpty()) {
            return Finding.open("the choice to install");
        }
        Order order = Order.after(history, chosen.get().index())
                .then("the view update.prepare", Kind.SCREEN, Views.showing("update.prepare"));
        Order asked = order.complete() ? order.copy() : order;
        asked.then("the view update.confirm", Kind.SCREEN, Views.showing("update.confirm"));
        if (!asked.complete()) {
            return asked.pass("");
        }
        for (Target target : Target.of(history)) {
            Order answered = order.copy()
                    .then("its answer", Kind.UDS, Wire.response("62").and(Wire.of(target.ecu())));
            if (!answered.complete() || answered.last().index() > asked.last().index()) {
                return Finding.fail("%s was not asked before".formatted(target.ecu()), asked.records());
            }
        }
        return asked.pass("verified against the vehicle, then asked");
    }
}
