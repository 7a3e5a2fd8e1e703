package dev.underpin.time;

import java.time.Instant;

/**
 * The machine's clock (CLOCK_REALTIME) beside the steady one that a run follows. They are compared again after each second, as the machine's
 * may be set; in between, dates are as far apart as they say. Confined to one thread.
 */
final class Dates {
    private static final int TRIES = 3;

    private final PacedRun.Wall wall;
    private boolean compared;
    private long comparedAt;
    private long difference;

    Dates(PacedRun.Wall wall) {
        this.wall = wall;
    }

    /** What the steady clock showed at that date. */
    long nanos(Instant date) {
        long now = wall.nanos();
        if (!compared || now - comparedAt > Nanos.SECOND) {
            compare();
            compared = true;
            comparedAt = now;
        }
        return epochNanos(date) - difference;
    }

    /** Of some readings the one that took least. */
    private void compare() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long before = wall.nanos();
            long date = epochNanos(wall.date());
            long taken = wall.nanos() - before;
            if (taken < least) {
                least = taken;
                difference = date - before - taken / 2;
            }
        }
    }

    private static long epochNanos(Instant date) {
        return date.getEpochSecond() * Nanos.SECOND + date.getNano();
    }
}
