package dev.underpin.rig;

import dev.underpin.time.Nanos;

/**
 * The operator as the hands and eyes of a bench.
 *
 * @param ask where he is asked: {@code terminal}
 * @param within how long he may take to answer, such as {@code 60 s}
 */
public record OperatorPlace(String ask, String within) {
    /** How long he may take, nanoseconds. */
    public long withinNanos() {
        return Long.parseLong(within.substring(0, within.indexOf(' '))) * Nanos.SECOND;
    }
}
