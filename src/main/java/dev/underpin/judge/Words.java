package dev.underpin.judge;

import dev.underpin.time.Nanos;

/** Moments and spans of vehicle time in the words of findings. */
public final class Words {
    private Words() {}

    /** A span: {@code 2.5 s}, {@code 3 min}. */
    public static String span(long nanos) {
        return nanos >= 2 * Nanos.MINUTE && nanos % Nanos.MINUTE == 0
                ? nanos / Nanos.MINUTE + " min"
                : "%.3g s".formatted(Nanos.toSeconds(nanos));
    }

    /** A moment: {@code 12.345 s}. */
    public static String moment(long nanos) {
        return "%.3f s".formatted(Nanos.toSeconds(nanos));
    }
}
