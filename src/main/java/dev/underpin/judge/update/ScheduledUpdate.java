package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Uds;
import java.util.Optional;

/** The user's freedom to choose when and where: by schedule, or from the app. */
final class ScheduledUpdate {
    private ScheduledUpdate() {}

    static Finding freedom(Facts facts) {
        Optional<Entry> schedule = Consent.to("Schedule").last(facts);
        return schedule.isPresent() ? byItself(facts, schedule.get()) : fromTheApp(facts);
    }

    /** Appointed, then installed without a hand on the vehicle's screen. */
    private static Finding byItself(Facts facts, Entry schedule) {
        return Order.after(facts, schedule.index())
                .then(Screens.view("update.scheduled").where(view -> Screens.says(view, "UTC")))
                .then(Uds.erase())
                .then(Signs.shown("update.done"))
                .pass("scheduled, and installed by itself");
    }

    private static Finding fromTheApp(Facts facts) {
        Sign chosen = Consent.to("Download Now", "Install Now", "Confirm")
                .where(it -> it.is("leg", "app"))
                .called("a choice in the app");
        Sign followed = Signs.shown("update.download")
                .or(Signs.shown("update.prepare"))
                .or(Signs.shown("update.install"))
                .where(Signs.onInfotainment())
                .called("the vehicle following the app");
        return Order.in(facts).then(chosen).then(followed).pass("the vehicle followed the app");
    }
}
