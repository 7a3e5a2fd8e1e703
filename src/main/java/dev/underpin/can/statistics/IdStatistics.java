package dev.underpin.can.statistics;

import dev.underpin.can.log.FrameId;

/** How often the frames of one identifier came, and how regularly. Confined to one thread. */
public final class IdStatistics {
    private final FrameId id;
    private long count;
    private long busy;
    private long last;
    private long shortest = Long.MAX_VALUE;
    private long longest = Long.MIN_VALUE;
    private double mean;
    private double squares;

    IdStatistics(FrameId id) {
        this.id = id;
    }

    /** Welford's way to a mean and a variance in one pass. */
    void add(long at, long nanos) {
        if (count > 0) {
            long period = at - last;
            shortest = Math.min(shortest, period);
            longest = Math.max(longest, period);
            double away = period - mean;
            mean += away / count;
            squares += away * (period - mean);
        }
        count++;
        busy += nanos;
        last = at;
    }

    public FrameId id() {
        return id;
    }

    public long count() {
        return count;
    }

    /** Nanoseconds that its frames took the bus. */
    public long busy() {
        return busy;
    }

    /** Whether there were two frames, so that there is a period. */
    public boolean periodic() {
        return count > 1;
    }

    /** Mean nanoseconds from one frame's end to the next one's; 0 unless {@link #periodic}. */
    public double meanPeriod() {
        return mean;
    }

    /** The shortest period, in nanoseconds; 0 unless {@link #periodic}. */
    public long shortestPeriod() {
        return periodic() ? shortest : 0;
    }

    /** The longest period, in nanoseconds; 0 unless {@link #periodic}. */
    public long longestPeriod() {
        return periodic() ? longest : 0;
    }

    /** The standard deviation of all periods, in nanoseconds; 0 unless {@link #periodic}. */
    public double jitter() {
        return periodic() ? Math.sqrt(squares / (count - 1)) : 0;
    }
}
