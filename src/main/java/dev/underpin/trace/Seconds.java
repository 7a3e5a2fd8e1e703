package dev.underpin.trace;

import dev.underpin.time.Nanos;

/** Nanoseconds as seconds with a fixed number of decimals, rounded towards the past. */
final class Seconds {
    private static final int NANO_DIGITS = 9;

    private Seconds() {}

    static String text(long nanos, int decimals) {
        long unit = 1;
        for (int digit = decimals; digit < NANO_DIGITS; digit++) {
            unit *= 10;
        }
        long units = Math.floorDiv(nanos, unit);
        long perSecond = Nanos.SECOND / unit;
        String fraction = Long.toString(Math.abs(units % perSecond));
        return (units < 0 ? "-" : "")
                + Math.abs(units / perSecond)
                + "."
                + "0".repeat(decimals - fraction.length())
                + fraction;
    }
}
