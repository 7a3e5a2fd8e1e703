package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.Optional;

/** The user's freedom to choose where and when: by schedule, or from the app. */
final class ScheduledUpdate {
    private ScheduledUpdate() {}

    static Finding freedom(History history) {
        Optional<Entry> schedule = Consent.last(history, "Schedule");
        return schedule.isPresent() ? byItself(history, schedule.get()) : fromTheApp(history);
    }

    /** Appointed, then installed without a hand on the vehicle's screen. */
    private static Finding byItself(History history, Entry schedule) {
        return Order.after(history, schedule.index() - 1)
                .then(
                        "the appointed time",
                        Kind.SCREEN,
                        Views.showing("update.scheduled").and(Views.says("UTC")))
                .then("the installation", Kind.UDS, Wire.request(Wire.ERASE))
                .then("the view update.done", Kind.SCREEN, Views.shown("update.done"))
                .pass("scheduled, and installed by itself");
    }

    private static Finding fromTheApp(History history) {
        return Order.in(history)
                .then(
                        "a choice in the app",
                        Kind.HTTP,
                        it -> Consent.chosen(it, "Download Now", "Install Now", "Confirm"))
                .then(
                        "what the vehicle shows",
                        Kind.SCREEN,
                        Views.shown("update.download")
                                .or(Views.shown("update.prepare"))
                                .or(Views.shown("update.install"))
                                .and(Views.onInfotainment()))
                .pass("the vehicle followed the app");
    }
}
