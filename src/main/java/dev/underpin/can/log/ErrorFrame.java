package dev.underpin.can.log;

import java.nio.ByteBuffer;

/**
 * What a controller told about an error frame, in the form of SocketCAN (linux/can/error.h).
 *
 * @param classes the classes of error, one bit each, without the bit 29 that marks an error frame
 * @param details eight octets, the first one topmost: arbitration lost at bit, controller state, kind of protocol error, its place,
 *     transceiver, (unused), transmit and receive error counter
 */
public record ErrorFrame(int classes, long details) {
    public static final int CONTROLLER = 0x04;
    public static final int PROTOCOL = 0x08;
    public static final int NO_ACKNOWLEDGEMENT = 0x20;
    public static final int BUS_ERROR = 0x80;

    private static final int ALL = 0x1FFF_FFFF;
    private static final long RECEIVE_OVERFLOW = 1L << 48;
    private static final int COUNT = 0xFF_FFFF;

    /** Throws {@link IllegalArgumentException} when the classes need more than 29 bits. */
    public ErrorFrame {
        if ((classes & ~ALL) != 0) {
            throw new IllegalArgumentException("error classes 0x%X need more than 29 bits".formatted(classes));
        }
    }

    /** An error of which nothing more is known. */
    public static ErrorFrame unknown() {
        return new ErrorFrame(BUS_ERROR, 0);
    }

    /**
     * Stands for {@code count} error frames that are left out of a log: the controller error "receive overflow" with the count in octets 5
     * to 7, which the form leaves unused without the class of error counters.
     */
    public static ErrorFrame leftOut(int count) {
        return new ErrorFrame(CONTROLLER, RECEIVE_OVERFLOW | Math.min(count, COUNT));
    }

    /** How many error frames this one stands for; 0 when it is one itself. */
    public int leftOut() {
        boolean marks = classes == CONTROLLER && (details & ~COUNT) == RECEIVE_OVERFLOW;
        return marks ? (int) details & COUNT : 0;
    }

    /** From up to eight octets of details; those missing are 0. More than 29 bits of classes are cut off. */
    public static ErrorFrame of(int classes, byte[] octets) {
        long details = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            details = details << Byte.SIZE | (i < octets.length ? octets[i] & 0xff : 0);
        }
        return new ErrorFrame(classes & ALL, details);
    }

    /** What it tells, in words, such as {@code protocol error: bit stuffing, in data}. */
    public String text() {
        return ErrorNames.text(this);
    }

    /** The details as eight octets. */
    public byte[] data() {
        return ByteBuffer.allocate(Long.BYTES).putLong(details).array();
    }
}
