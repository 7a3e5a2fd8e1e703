package dev.underpin.time;

/** How late things came by the clock on the wall, each kept to an eighth of its length. Confined to one thread. */
public final class Lateness {
    private static final int STEPS = 8;

    private final long[] counts = new long[Long.SIZE * STEPS];
    private long size;
    private long most;

    /** Counts one; below zero is zero. */
    public void add(long nanos) {
        long late = Math.max(0, nanos);
        counts[place(late)]++;
        size++;
        most = Math.max(most, late);
    }

    /** How many were counted. */
    public long size() {
        return size;
    }

    /** The longest, nanoseconds. */
    public long most() {
        return most;
    }

    /** Nanoseconds that a share of them did not exceed, at most an eighth too high; 0 when none was counted. */
    public long quantile(double share) {
        long wanted = (long) Math.ceil(share * size);
        long seen = 0;
        for (int place = 0; place < counts.length && seen < wanted; place++) {
            seen += counts[place];
            if (seen >= wanted) {
                return Math.min(most, end(place));
            }
        }
        return 0;
    }

    /** Classes 0..15 hold one number each; above, each power of two has eight. */
    private static int place(long late) {
        int octave = Math.max(0, Long.SIZE - 1 - Long.numberOfLeadingZeros(late | 1) - 3);
        return octave * STEPS + (int) (late >>> octave);
    }

    /** The last number in a class. */
    private static long end(int place) {
        if (place < 2 * STEPS) {
            return place;
        }
        int octave = place / STEPS - 1;
        return ((place - (long) octave * STEPS + 1) << octave) - 1;
    }
}
