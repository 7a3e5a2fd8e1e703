package dev.underpin.campaign.flow;

import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.Driver;
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.Optional;

/** A driver who asks for help, and the technician who helps him. */
final class SupportCourse implements Course {
    private static final long GLANCE = 500 * Nanos.MILLISECOND;
    private static final int SPEED = 80;
    private static final String RESULT = "diag.result";
    private static final List<String> CHOICES = List.of("Allow", "Done", "Diagnostics");

    private final Bench bench;
    private final long driven;
    private final Finger finger;
    private final SupportingTechnician technician;
    private boolean parked;

    /** @param driven nanoseconds of driving before help is asked for */
    SupportCourse(Bench bench, long driven) {
        this.bench = bench;
        this.driven = driven;
        this.finger = new Finger(bench);
        this.technician = new SupportingTechnician(bench.technician());
    }

    @Override
    public long act() {
        if (!parked) {
            return getReady();
        }
        if (!technician.over()) {
            technician.act(bench.calendar().scheduler().now());
        }
        if (!technician.over()) {
            askForHelp();
        }
        return GLANCE;
    }

    @Override
    public Optional<String> end() {
        boolean told =
                driver().sees(Finger.INFOTAINMENT, RESULT) || driver().sees(Finger.INFOTAINMENT, "diag.appointment");
        return technician.over() && told ? Optional.of(DONE) : Optional.empty();
    }

    @Override
    public List<String> postconditions() {
        return List.of(technician.resolved() ? "RD-Q1" : "RD-Q2");
    }

    private long getReady() {
        if (driven == 0) {
            parked = driver().sees(Finger.INFOTAINMENT, "home");
            return GLANCE;
        }
        if (driver().sees(Finger.INFOTAINMENT, "home") && driver().drive(SPEED)) {
            bench.await().pass(driven);
            driver().park();
            bench.await().untilTrue("the car to stand", Nanos.MINUTE, driver()::stands, () -> "it moves");
            driver().gear("P");
            parked = true;
        }
        return GLANCE;
    }

    private void askForHelp() {
        boolean asked = technician.busy()
                || driver().sees(Finger.INFOTAINMENT, "diag.session")
                || driver().sees(Finger.INFOTAINMENT, RESULT);
        if (driver().sees(Finger.INFOTAINMENT, "diag.refused")) {
            finger.press("Retry");
        } else {
            finger.pressFirst(asked ? CHOICES.subList(0, 2) : CHOICES);
        }
    }

    private Driver driver() {
        return bench.driver();
    }
}
