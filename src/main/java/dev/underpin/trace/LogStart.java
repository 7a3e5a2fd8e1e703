package dev.underpin.trace;

import dev.underpin.time.Nanos;

/**
 * Where the times of a log count from: the whole second in which its first entry lies. In a run's log that is the moment at which
 * vehicle time was zero, as long as something was sent within the first second.
 */
public final class LogStart {
    private LogStart() {}

    /** The start of a log whose first entry lies at {@code first}, nanoseconds. */
    public static long of(long first) {
        return first - first % Nanos.SECOND;
    }
}
