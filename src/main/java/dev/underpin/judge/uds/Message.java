package dev.underpin.judge.uds;

import java.util.HexFormat;

/**
 * A diagnostic message (A_PDU, ISO 14229-1:2020 clause 7) as somebody beside the conversation saw it.
 *
 * @param at when its last byte had passed, vehicle time in nanoseconds
 * @param pdu its bytes, perhaps not all of a long one
 * @param length how many it had
 */
public record Message(long at, byte[] pdu, int length) {
    private static final int NEGATIVE = 0x7F;
    private static final int POSITIVE = 0x40;
    private static final int PENDING = 0x78;
    private static final int NEGATIVE_LENGTH = 3;

    /** A message of which every byte is known. */
    public Message(long at, byte[] pdu) {
        this(at, pdu, pdu.length);
    }

    /** The byte at {@code index}. */
    int at(int index) {
        return pdu[index] & 0xFF;
    }

    boolean has(int bytes) {
        return pdu.length >= bytes;
    }

    /** Whether it could answer a request of the service {@code sid}. */
    boolean answers(int sid) {
        return negative() ? has(2) && at(1) == sid : has(1) && at(0) == (sid + POSITIVE & 0xFF);
    }

    boolean negative() {
        return has(1) && at(0) == NEGATIVE;
    }

    /** Response code of a negative response, else 0. */
    public int nrc() {
        return negative() && length == NEGATIVE_LENGTH ? at(2) : 0;
    }

    boolean pending() {
        return nrc() == PENDING;
    }

    /** In hexadecimal, cut short. */
    String words() {
        String hex = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(pdu, 0, Math.min(pdu.length, 16));
        return length > 16 ? hex + " ..." : hex;
    }
}
