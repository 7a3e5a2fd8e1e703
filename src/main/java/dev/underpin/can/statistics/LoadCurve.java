package dev.underpin.can.statistics;

import dev.underpin.time.Nanos;
import java.util.Arrays;

/**
 * How much of the time a bus was taken, over time. At most {@value #SLOTS} slots of equal width, from a millisecond on; when time
 * outgrows them, each two become one. Confined to one thread.
 */
public final class LoadCurve {
    static final int SLOTS = 2048;

    private final long origin;
    private final long[] busy = new long[SLOTS];
    private long width = Nanos.MILLISECOND;
    private int size;
    private long span;

    /** A curve from {@code origin} on, in nanoseconds. */
    public LoadCurve(long origin) {
        this.origin = origin;
    }

    /** The bus was taken for {@code nanos} until {@code at}; what lies before the origin is left out. */
    void add(long at, long nanos) {
        long to = at - origin;
        if (to <= 0) {
            return;
        }
        while ((to - 1) / width >= SLOTS) {
            widen();
        }
        size = Math.max(size, (int) ((to - 1) / width) + 1);
        span = Math.max(span, to);
        long from = Math.max(0, to - nanos);
        while (from < to) {
            int slot = (int) (from / width);
            long end = from + Math.min(to - from, width - from % width);
            busy[slot] += end - from;
            from = end;
        }
    }

    private void widen() {
        for (int slot = 0; slot < SLOTS; slot++) {
            busy[slot] = slot < SLOTS / 2 ? busy[2 * slot] + busy[2 * slot + 1] : 0;
        }
        width *= 2;
        size = (size + 1) / 2;
    }

    public long origin() {
        return origin;
    }

    /** The width of a slot in nanoseconds. */
    public long width() {
        return width;
    }

    /** Slots from the origin to the last frame. */
    public int size() {
        return size;
    }

    /** The share of slot {@code index} in which the bus was taken: 0 idle, 1 always; above 1 only where bit rates are wrong. */
    public double load(int index) {
        return (double) busy[index] / width;
    }

    /** The load of the slot with the most. */
    public double peak() {
        return Arrays.stream(busy, 0, size).max().orElse(0) / (double) width;
    }

    /** The load from the origin on in {@code columns} equal parts of {@code nanos}, which is not less than this curve. */
    public double[] resampled(int columns, long nanos) {
        double[] loads = new double[columns];
        double column = (double) nanos / columns;
        for (int slot = 0; slot < size; slot++) {
            double from = (double) slot * width;
            double to = from + width;
            int last = Math.min(columns - 1, (int) (to / column));
            for (int index = Math.min(columns - 1, (int) (from / column)); index <= last; index++) {
                double shared = Math.min(to, (index + 1) * column) - Math.max(from, index * column);
                loads[index] += Math.max(0, shared) * load(slot) / column;
            }
        }
        return loads;
    }

    /** Nanoseconds from the origin to the end of the last frame. */
    public long span() {
        return span;
    }
}
