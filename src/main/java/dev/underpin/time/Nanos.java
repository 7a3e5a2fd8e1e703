package dev.underpin.time;

/** Units of vehicle time, in nanoseconds. */
public final class Nanos {
    public static final long MICROSECOND = 1_000L;
    public static final long MILLISECOND = 1_000_000L;
    public static final long SECOND = 1_000_000_000L;
    public static final long MINUTE = 60 * SECOND;
    public static final long HOUR = 60 * MINUTE;

    private Nanos() {}

    /** {@code nanos} as seconds. */
    public static double toSeconds(long nanos) {
        return nanos / (double) SECOND;
    }
}
