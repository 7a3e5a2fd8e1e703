package dev.underpin.campaign.flow;

import dev.underpin.rig.port.Bench;
import dev.underpin.time.Nanos;

/**
 * A session of remote diagnostics, from the button to its report.
 *
 * @param drivenSeconds how long the car is driven before, so that what is wrong with it can show
 * @param bearer what the vehicle reaches the support desk by
 */
public record RemoteSupport(int drivenSeconds, Bearer bearer) implements Flow {
    private static final long BOUND = 20 * Nanos.MINUTE;

    @Override
    public String name() {
        return "remote-support";
    }

    @Override
    public long bound() {
        return BOUND;
    }

    @Override
    public Course begin(Bench bench) {
        bench.manufacturer().softwareRecentEnough(true);
        Scene.set(bench, bearer);
        bench.surroundings().diagnosticInterface(true);
        return new SupportCourse(bench, drivenSeconds * Nanos.SECOND);
    }
}
