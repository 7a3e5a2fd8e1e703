package dev.underpin.can.slcan;

import dev.underpin.time.Nanos;

/**
 * Turns an adapter's time stamps, milliseconds that begin again each minute (LAWICEL CANUSB manual, 2.3, "Z"), into vehicle time. A frame
 * is never told before it was on the bus, so that the smallest delay seen is the best guess of where the adapter's zero is; each ten
 * seconds it is guessed anew, as clocks drift.
 */
final class AdapterClock {
    private static final long MINUTE = 60_000;
    private static final long WINDOW = 10 * Nanos.SECOND;

    private long zero = Long.MAX_VALUE;
    private long younger = Long.MAX_VALUE;
    private long windowEnd;
    private long last = Long.MIN_VALUE;

    /**
     * When a frame was on the bus, vehicle time; not before the one asked for last, not after {@code now}.
     *
     * @param stamp 0..59999
     * @param now when it was told
     */
    long at(int stamp, long now) {
        long turns = zero == Long.MAX_VALUE ? 0 : Math.round((now - zero - millis(stamp)) / (double) millis(MINUTE));
        long since = millis(stamp + turns * MINUTE);
        if (now >= windowEnd) {
            zero = younger == Long.MAX_VALUE ? now - since : younger;
            younger = Long.MAX_VALUE;
            windowEnd = now + WINDOW;
        }
        zero = Math.min(zero, now - since);
        younger = Math.min(younger, now - since);
        last = Math.max(last, zero + since);
        return last;
    }

    private static long millis(long count) {
        return count * Nanos.MILLISECOND;
    }
}
