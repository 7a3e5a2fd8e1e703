package dev.underpin.can.slcan;

import dev.underpin.can.BusTiming;

/**
 * How an adapter is used.
 *
 * @param timing bit rates of the bus
 * @param baud bits per second on the line: how many commands may be under way follows from it. An adapter that is USB throughout (CDC)
 *     does not care; name a high one
 * @param listenOnly whether it sends nothing, not even an acknowledgement ({@code L} instead of {@code O})
 * @param stamps whether it stamps frames with its own clock, where it can ({@code Z1})
 */
public record SlcanSettings(BusTiming timing, int baud, boolean listenOnly, boolean stamps) {
    /** An adapter that takes part and stamps frames. */
    public static SlcanSettings of(BusTiming timing, int baud) {
        return new SlcanSettings(timing, baud, false, true);
    }

    /** The same without time stamps: four characters less for each frame received. */
    public SlcanSettings withoutStamps() {
        return new SlcanSettings(timing, baud, listenOnly, false);
    }

    /** The same, only listening. */
    public SlcanSettings withListenOnly() {
        return new SlcanSettings(timing, baud, true, stamps);
    }
}
