package dev.underpin.can.database;

/** Numbers to bits and back, within what a signal can carry. Allocates nothing. */
final class RawCodec {
    private static final double HALF_OF_64_BITS = 0x1p63;

    private RawCodec() {}

    /** The number that the bits {@code raw} stand for. */
    static double number(Signal signal, long raw) {
        return switch (signal.format()) {
            case INTEGER -> raw >= 0 || signal.signed() ? raw : ((raw >>> 1) | (raw & 1)) * 2.0;
            case FLOAT -> Float.intBitsToFloat((int) raw);
            case DOUBLE -> Double.longBitsToDouble(raw);
        };
    }

    /** The bits that stand for {@code number}, which the signal can carry. */
    static long raw(Signal signal, double number) {
        return switch (signal.format()) {
            case INTEGER ->
                signal.signed() || number < HALF_OF_64_BITS
                        ? (long) number
                        : (long) (number - HALF_OF_64_BITS) ^ Long.MIN_VALUE;
            case FLOAT -> Float.floatToRawIntBits((float) number);
            case DOUBLE -> Double.doubleToRawLongBits(number);
        };
    }

    /** The number nearest to {@code number} that the signal's format has. */
    static double rounded(Signal signal, double number) {
        return switch (signal.format()) {
            case INTEGER -> Math.rint(number);
            case FLOAT -> (float) number;
            case DOUBLE -> number;
        };
    }

    /** The smallest number that the bits and the limits allow. */
    static double lowest(Signal signal) {
        double least = least(signal);
        double limit = limit(signal, signal.scaling().factor() > 0);
        return limited(signal) ? Math.max(least, limit) : least;
    }

    /** The largest number that the bits and the limits allow. */
    static double highest(Signal signal) {
        double most = most(signal);
        double limit = limit(signal, signal.scaling().factor() < 0);
        return limited(signal) ? Math.min(most, limit) : most;
    }

    /** Whether {@code raw} fits the bits of the signal. */
    static boolean fits(Signal signal, long raw) {
        int unused = Long.SIZE - signal.length();
        return (signal.signed() ? raw << unused >> unused : raw << unused >>> unused) == raw;
    }

    /** Limits that exclude every number the bits can have are those of a mistaken file: they bind nothing. */
    private static boolean limited(Signal signal) {
        boolean rising = signal.scaling().factor() > 0;
        return signal.scaling().limited()
                && limit(signal, rising) <= most(signal)
                && limit(signal, !rising) >= least(signal);
    }

    private static double limit(Signal signal, boolean minimum) {
        Scaling scaling = signal.scaling();
        double number = scaling.number(minimum ? scaling.minimum() : scaling.maximum());
        return rounded(signal, number) + 0.0;
    }

    private static double least(Signal signal) {
        return switch (signal.format()) {
            case INTEGER -> signal.signed() ? -Math.scalb(1.0, signal.length() - 1) : 0;
            case FLOAT -> -Float.MAX_VALUE;
            case DOUBLE -> -Double.MAX_VALUE;
        };
    }

    private static double most(Signal signal) {
        return switch (signal.format()) {
            case INTEGER -> Math.scalb(1.0, signal.signed() ? signal.length() - 1 : signal.length()) - 1;
            case FLOAT -> Float.MAX_VALUE;
            case DOUBLE -> Double.MAX_VALUE;
        };
    }
}
