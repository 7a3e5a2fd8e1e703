package dev.underpin.vehicle.telematics.update;

import dev.underpin.vehicle.screen.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Keeps journal, screens and cloud in step: every change of phase goes through here. */
final class Course {
    private static final int EVENT_EVERY = 5;

    private final Journal journal;
    private final UpdateScreens screens;
    private final Reporter reporter;
    private int reported;

    Course(Journal journal, UpdateScreens screens, Reporter reporter) {
        this.journal = journal;
        this.screens = screens;
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
        tell(reported, "");
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
        if (percent >= reported + EVENT_EVERY) {
            reported = percent;
            tell(percent, "");
        }
    }

    /** Refused or failed; {@code retry} is where a retry starts. */
    void error(UpdateFailure failure, Phase retry, String... told) {
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
