package dev.underpin.time;

import java.time.Instant;

/**
 * Civil time of a scenario: the scheduler's clock laid on a start moment. The start is data of the rig, never the wall clock.
 *
 * @param scheduler the clock
 * @param start the moment at which {@link Scheduler#now()} was zero
 */
public record Calendar(Scheduler scheduler, Instant start) {
    /** The civil time now. */
    public Instant utc() {
        return utc(scheduler.now());
    }

    /** The civil time of the moment {@code nanos} (vehicle time). */
    public Instant utc(long nanos) {
        return start.plusNanos(nanos);
    }

    /** The vehicle time of the civil moment {@code utc}. */
    public long nanosOf(Instant utc) {
        return java.time.Duration.between(start, utc).toNanos();
    }
}
