package dev.underpin.report.picture;

import dev.underpin.time.Nanos;

/** The marks of a time axis. */
final class TimeTicks {
    private static final int MOST = 10;
    private static final long[] SECONDS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400
    };

    private TimeTicks() {}

    /** Nanoseconds between two marks; at least a second. */
    static long between(long from, long to) {
        for (long seconds : SECONDS) {
            if ((to - from) / (seconds * Nanos.SECOND) <= MOST) {
                return seconds * Nanos.SECOND;
            }
        }
        return 24 * Nanos.HOUR * Math.ceilDiv(to - from, MOST * 24 * Nanos.HOUR);
    }

    static String label(long at) {
        return Moments.clock(at).replaceAll("\\.000$", "");
    }
}
