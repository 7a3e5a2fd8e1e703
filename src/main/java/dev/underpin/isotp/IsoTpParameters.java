package dev.underpin.isotp;

import dev.underpin.can.CanFrame;
import dev.underpin.time.Nanos;

/**
 * How an endpoint sends and what it asks of its peer (ISO 15765-2:2016, 9.5 to 9.8 and 10.4). Change single values of a ready-made set with the {@code with} methods.
 *
 * @param txDl data length of the frames it sends: 8 classical; 8, 12, 16, 20, 24, 32, 48 or 64 with CAN FD
 * @param fd whether it sends CAN FD frames
 * @param bitRateSwitch whether its CAN FD frames switch to the data rate
 * @param padded whether frames shorter than 8 bytes are filled up to 8; longer ones always are, up to the next length a frame can have
 * @param padding the byte it fills with, 0..0xFF
 * @param blockSize consecutive frames that it takes between two of its flow controls, 1..255; 0 means all
 * @param stMin the separation time that it asks for, as coded in a flow control: 0x00..0x7F ms, 0xF1..0xF9 = 100..900 us
 * @param maxLength the longest message that it has room for, in bytes; a longer one is refused with an overflow
 * @param waitMax N_WFTmax: how many flow controls in a row may ask it to wait, and how many it sends itself; 0 means none
 * @param fullDuplex whether it receives a message while it sends one
 * @param timeouts its time-outs
 */
public record IsoTpParameters(
        int txDl,
        boolean fd,
        boolean bitRateSwitch,
        boolean padded,
        int padding,
        int blockSize,
        int stMin,
        int maxLength,
        int waitMax,
        boolean fullDuplex,
        Timeouts timeouts) {

    private static final int PADDING = 0xCC;
    private static final int MAX_LENGTH = 0x1_0000;
    private static final int WAIT_MAX = 10;

    /**
     * Time-outs in nanoseconds (ISO 15765-2:2016, 9.8).
     *
     * @param a own frame from request to confirmation (N_As, N_Ar)
     * @param bs until the peer's flow control (N_Bs)
     * @param cr until the peer's next consecutive frame (N_Cr)
     */
    public record Timeouts(long a, long bs, long cr) {
        public static final Timeouts DEFAULT = new Timeouts(Nanos.SECOND, Nanos.SECOND, Nanos.SECOND);

        /** The tighter ones of ISO 15765-4:2016. */
        public static final Timeouts OBD =
                new Timeouts(25 * Nanos.MILLISECOND, 75 * Nanos.MILLISECOND, 150 * Nanos.MILLISECOND);

        /**
         * N_Br: until an own flow control while there is no time for a block. Half of N_Bs, so that N_Br and the time that the frame takes
         * to be sent stay below 0.9 N_Bs.
         */
        long br() {
            return bs / 2;
        }
    }

    public IsoTpParameters {
        if (txDl < 8 || CanFrame.fdLength(txDl) != txDl || (txDl > 8 && !fd)) {
            throw new IllegalArgumentException(
                    "no %s frame of at least 8 bytes has %d".formatted(fd ? "FD" : "classical", txDl));
        }
    }

    /** Classical frames of 8 bytes, padded with 0xCC, as fast as the bus allows. */
    public static IsoTpParameters classic() {
        return new IsoTpParameters(8, false, false, true, PADDING, 0, 0, MAX_LENGTH, WAIT_MAX, true, Timeouts.DEFAULT);
    }

    /** What ISO 15765-4:2016 asks of a node in emissions-related diagnostics: classical frames, always of 8 bytes, tight time-outs. */
    public static IsoTpParameters obd() {
        return classic().withTimeouts(Timeouts.OBD);
    }

    /** CAN FD frames of {@code txDl} bytes with bit-rate switch, padded with 0xCC, as fast as the bus allows. */
    public static IsoTpParameters fd(int txDl) {
        return new IsoTpParameters(txDl, true, true, true, PADDING, 0, 0, MAX_LENGTH, WAIT_MAX, true, Timeouts.DEFAULT);
    }

    /** The same, filling with another byte. */
    public IsoTpParameters withPadding(int padding) {
        return new IsoTpParameters(
                txDl, fd, bitRateSwitch, padded, padding, blockSize, stMin, maxLength, waitMax, fullDuplex, timeouts);
    }

    /** The same, with or without filling up to 8 bytes. */
    public IsoTpParameters withPadded(boolean padded) {
        return new IsoTpParameters(
                txDl, fd, bitRateSwitch, padded, padding, blockSize, stMin, maxLength, waitMax, fullDuplex, timeouts);
    }

    /** The same, taking {@code blockSize} consecutive frames between flow controls. */
    public IsoTpParameters withBlockSize(int blockSize) {
        return new IsoTpParameters(
                txDl, fd, bitRateSwitch, padded, padding, blockSize, stMin, maxLength, waitMax, fullDuplex, timeouts);
    }

    /** The same, asking for another separation time (coded as in a flow control). */
    public IsoTpParameters withStMin(int stMin) {
        return new IsoTpParameters(
                txDl, fd, bitRateSwitch, padded, padding, blockSize, stMin, maxLength, waitMax, fullDuplex, timeouts);
    }

    /** The same, with room for messages of {@code maxLength} bytes. */
    public IsoTpParameters withMaxLength(int maxLength) {
        return new IsoTpParameters(
                txDl, fd, bitRateSwitch, padded, padding, blockSize, stMin, maxLength, waitMax, fullDuplex, timeouts);
    }

    /** The same, letting itself be asked to wait {@code waitMax} times in a row. */
    public IsoTpParameters withWaitMax(int waitMax) {
        return new IsoTpParameters(
                txDl, fd, bitRateSwitch, padded, padding, blockSize, stMin, maxLength, waitMax, fullDuplex, timeouts);
    }

    /** The same, receiving while it sends or not. */
    public IsoTpParameters withFullDuplex(boolean fullDuplex) {
        return new IsoTpParameters(
                txDl, fd, bitRateSwitch, padded, padding, blockSize, stMin, maxLength, waitMax, fullDuplex, timeouts);
    }

    /** The same, with other time-outs. */
    public IsoTpParameters withTimeouts(Timeouts timeouts) {
        return new IsoTpParameters(
                txDl, fd, bitRateSwitch, padded, padding, blockSize, stMin, maxLength, waitMax, fullDuplex, timeouts);
    }
}
