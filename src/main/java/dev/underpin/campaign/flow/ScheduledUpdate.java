package dev.underpin.campaign.flow;

import dev.underpin.rig.port.Bench;
import dev.underpin.time.Nanos;

/**
 * An update downloaded by day and scheduled for the night: the person leaves the car with the ignition off, and comes back in the
 * morning to what was told, or to what is still to do.
 *
 * @param release the bundle of the catalogue
 * @param bearer what it is loaded over
 */
public record ScheduledUpdate(String release, Bearer bearer) implements Flow {
    private static final long BOUND = 30 * Nanos.HOUR;

    @Override
    public String name() {
        return "scheduled-update";
    }

    @Override
    public long bound() {
        return BOUND;
    }

    @Override
    public Course begin(Bench bench) {
        Scene.set(bench, bearer);
        bench.manufacturer().publish(release);
        return new ScheduledCourse(bench, bearer);
    }
}
