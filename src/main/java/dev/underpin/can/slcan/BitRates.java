package dev.underpin.can.slcan;

import java.util.Map;
import java.util.Optional;

/**
 * How an adapter is told bit rates: {@code S0}..{@code S8} (LAWICEL CANUSB manual, 2.3), others by the registers of an SJA1000 at 16 MHz
 * ({@code sxxyy}: BTR0, BTR1), and {@code Yn}, n Mbit/s of data phase (CANable 2.0).
 */
final class BitRates {
    private static final Map<Long, String> COMMON = Map.of(
            10_000L, "S0",
            20_000L, "S1",
            50_000L, "S2",
            100_000L, "S3",
            125_000L, "S4",
            250_000L, "S5",
            500_000L, "S6",
            800_000L, "S7",
            1_000_000L, "S8");
    private static final Map<Long, String> DATA =
            Map.of(1_000_000L, "Y1", 2_000_000L, "Y2", 4_000_000L, "Y4", 5_000_000L, "Y5", 8_000_000L, "Y8");

    /** Half of 16 MHz: the prescaler counts twice. */
    private static final long CLOCK = 8_000_000;

    private static final int MOST_PRESCALER = 64;
    private static final int LEAST_QUANTA = 8;
    private static final int MOST_QUANTA = 25;
    private static final double SAMPLE_POINT = 0.875;

    private BitRates() {}

    /** The command for a nominal bit rate; empty when no adapter can be told it. */
    static Optional<String> nominal(long bitsPerSecond) {
        return Optional.ofNullable(COMMON.get(bitsPerSecond)).or(() -> registers(bitsPerSecond));
    }

    /** The command for the bit rate of data phases; empty when no adapter can be told it. */
    static Optional<String> data(long bitsPerSecond) {
        return Optional.ofNullable(DATA.get(bitsPerSecond));
    }

    /** Exact rates alone; of several ways the one with most time quanta. The sample point is near 87.5 %, the jump width 1 quantum. */
    private static Optional<String> registers(long bitsPerSecond) {
        for (int quanta = MOST_QUANTA; quanta >= LEAST_QUANTA; quanta--) {
            long prescaler = CLOCK / (bitsPerSecond * quanta);
            if (prescaler >= 1 && prescaler <= MOST_PRESCALER && prescaler * bitsPerSecond * quanta == CLOCK) {
                int before = (int) Math.round(quanta * SAMPLE_POINT) - 1;
                int second = quanta - 1 - Math.min(before, 16);
                int first = quanta - 1 - second;
                return second > 8
                        ? Optional.empty()
                        : Optional.of("s%02X%02X".formatted(prescaler - 1, (second - 1) << 4 | (first - 1)));
            }
        }
        return Optional.empty();
    }
}
