package dev.underpin.vehicle.telematics.update;

import java.util.function.IntConsumer;

/** Bytes as percent of a whole: never falls, and reaches 99 at most, as the last percent belongs to the check afterwards. */
final class Progress {
    private static final int UNCHECKED = 99;

    private final long whole;
    private final IntConsumer percent;
    private long finished;
    private int shown;

    Progress(long whole, IntConsumer percent) {
        this.whole = Math.max(1, whole);
        this.percent = percent;
    }

    /** A part has come so far. */
    void within(long bytes) {
        show(finished + bytes);
    }

    /** A part of {@code length} bytes is complete. */
    void finished(long length) {
        here(length);
        show(finished);
    }

    /** A part of {@code length} bytes has been there before; told with what comes next. */
    void here(long length) {
        finished += length;
    }

    private void show(long bytes) {
        int now = (int) Math.min(UNCHECKED, bytes * 100 / whole);
        if (now > shown) {
            shown = now;
            percent.accept(now);
        }
    }
}
