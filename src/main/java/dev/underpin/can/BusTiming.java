package dev.underpin.can;

/**
 * The bit rates of a bus.
 *
 * @param nominalBitRate bits per second of arbitration, and of everything in a classical frame
 * @param dataBitRate bits per second of the data phase of a CAN FD frame with bit-rate switch; 0 on a bus without CAN FD
 */
public record BusTiming(long nominalBitRate, long dataBitRate) {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    public BusTiming {
        if (nominalBitRate <= 0 || dataBitRate < 0) {
            throw new IllegalArgumentException("bit rates %d and %d: expected one above 0 and one of at least 0"
                    .formatted(nominalBitRate, dataBitRate));
        }
    }

    /** A bus without CAN FD. */
    public static BusTiming classic(long bitRate) {
        return new BusTiming(bitRate, 0);
    }

    /** Whether CAN FD frames may be sent. */
    public boolean fd() {
        return dataBitRate > 0;
    }

    /** Nanoseconds that {@code bits} take at the nominal rate, rounded down. */
    public long nominalNanos(long bits) {
        return bits * NANOS_PER_SECOND / nominalBitRate;
    }

    /** Nanoseconds that {@code bits} of a data phase take, rounded down; at the nominal rate on a bus without CAN FD. */
    public long dataNanos(long bits) {
        return fd() ? bits * NANOS_PER_SECOND / dataBitRate : nominalNanos(bits);
    }
}
