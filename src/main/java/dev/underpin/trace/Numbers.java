package dev.underpin.trace;

/** Numbers as people read them. */
final class Numbers {
    private static final double ROUNDED = 1e6;
    private static final double PLAIN = 1e12;

    private Numbers() {}

    /** Up to six decimals, none that is not needed. */
    static String text(double value) {
        if (!(Math.abs(value) < PLAIN)) {
            return Double.toString(value);
        }
        double rounded = Math.rint(value * ROUNDED) / ROUNDED;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : java.math.BigDecimal.valueOf(rounded).toPlainString();
    }
}
