package dev.underpin.time;

import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Civil time of a scenario: the scheduler's clock laid on a start moment. The start is data of the rig, never the wall clock.
 *
 * @param scheduler the clock
 * @param start the moment at which {@link Scheduler#now()} was zero
 * @param deviation nanoseconds by which this calendar is ahead of the true one, as a clock in a vehicle can be
 */
public record Calendar(Scheduler scheduler, Instant start, LongSupplier deviation) {
    /** The true calendar. */
    public Calendar(Scheduler scheduler, Instant start) {
        this(scheduler, start, () -> 0);
    }

    /** The civil time now. */
    public Instant utc() {
        return utc(scheduler.now());
    }

    /** The civil time of the moment {@code nanos} (vehicle time). */
    public Instant utc(long nanos) {
        return start.plusNanos(nanos + deviation.getAsLong());
    }

    /** The vehicle time of the civil moment {@code utc}. */
    public long nanosOf(Instant utc) {
        return java.time.Duration.between(start, utc).toNanos() - deviation.getAsLong();
    }
}
