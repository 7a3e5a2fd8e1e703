package dev.underpin.isotp;

import dev.underpin.time.Nanos;

/** The codes of a flow control frame (ISO 15765-2:2016, 9.6.5). */
final class FlowControl {
    static final int CONTINUE = 0;
    static final int WAIT = 1;
    static final int OVERFLOW = 2;
    /** Bytes without padding. */
    static final int LENGTH = 3;

    private static final int LARGEST_MILLIS = 0x7F;

    private FlowControl() {}

    /** The separation time in nanoseconds that {@code code} means; reserved codes mean the longest one, 127 ms. */
    static long separation(int code) {
        if (code >= 0xF1 && code <= 0xF9) {
            return (code - 0xF0) * 100L * Nanos.MICROSECOND;
        }
        return Math.min(code, LARGEST_MILLIS) * Nanos.MILLISECOND;
    }
}
