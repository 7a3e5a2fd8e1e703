package dev.underpin.vehicle.telematics.update;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.vehicle.screen.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps journal, screens and cloud in step: every change of phase goes through here. The screens show each percent; the cloud is told of
 * every change of phase at once and in between of each 5 percent, but not more often than each second.
 */
final class Course {
    private static final int EVENT_EVERY = 5;
    private static final long EVENT_INTERVAL = Nanos.SECOND;

    private final Journal journal;
    private final UpdateScreens screens;
    private final Reporter reporter;
    private final Alarm mayTell;
    private int reached;
    private int reported;

    Course(UpdateParts parts, Reporter reporter) {
        this.mayTell = parts.life().alarm(this::tellProgress);
        this.journal = parts.journal();
        this.screens = new UpdateScreens(parts.infotainment(), parts.cluster());
        this.reporter = reporter;
    }

    Journal journal() {
        return journal;
    }

    UpdateScreens screens() {
        return screens;
    }

    Offer offer() {
        return journal.offer().orElseThrow();
    }

    /** A new phase begins. */
    void enter(Phase phase, View... views) {
        journal.phase(phase);
        screens.show(views);
        reported = phase == Phase.DONE ? 100 : begun(views);
        reached = reported;
        tell(reported, "");
        mayTell.in(EVENT_INTERVAL);
    }

    /** Percent that a phase begins with: one that goes on where it was interrupted says so. */
    private static int begun(View... views) {
        return Stream.of(views)
                .mapToInt(view -> view.progress().orElse(0))
                .max()
                .orElse(0);
    }

    /** The phase goes on: {@code percent} of it is done. */
    void progress(int percent, View view) {
        screens.show(view);
        reached = percent;
        if (!mayTell.armed()) {
            tellProgress();
        }
    }

    private void tellProgress() {
        if (reached >= reported + EVENT_EVERY) {
            reported = reached;
            tell(reached, "");
            mayTell.in(EVENT_INTERVAL);
        }
    }

    /** Refused or failed; {@code retry} is where a retry starts. */
    void error(UpdateFailure failure, Phase retry, String... told) {
        mayTell.cancel();
        List<String> lines = new ArrayList<>(List.of(told));
        if (journal.retriedAfter(failure.reason())) {
            lines.add(UpdateViews.TRY_LATER);
        }
        journal.failed(failure.reason(), retry);
        screens.show(UpdateViews.error(failure.reason(), lines.toArray(String[]::new)));
        tell(0, failure.reason().code());
    }

    /** The phase stays, for a reason that the cloud has to know. */
    void note(Reason reason) {
        mayTell.cancel();
        tell(0, reason.code());
    }

    void manifest(String outcome, String attack, Collection<Installed> units, String result) {
        reporter.manifest(outcome, attack, units, result);
    }

    private void tell(int percent, String reason) {
        if (journal.offer().isPresent()) {
            reporter.event(journal.phase().code(), percent, reason);
        }
    }
}
