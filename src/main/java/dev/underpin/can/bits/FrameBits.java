package dev.underpin.can.bits;

import dev.underpin.can.CanFrame;
import java.util.BitSet;

/**
 * The bits of a frame as an error-active sender puts them on the wire, from the start of frame to the end of frame, stuff bits
 * included; ACK slot recessive (ISO 11898-1:2015, 10.4 and 10.5). Immutable. {@link FrameLength} counts the same bits without laying
 * them out.
 */
public final class FrameBits {
    /** Data field lengths up to here have CRC-17, longer ones CRC-21. */
    private static final int CRC17_MAX_LENGTH = 16;

    private final BitSet bits = new BitSet();
    private int length;
    private int crc;
    private int stuffing = Stuffing.START;
    private Crc check = Crc.CRC15;

    private FrameBits() {}

    /** Lays {@code frame} out. */
    public static FrameBits of(CanFrame frame) {
        FrameBits wire = new FrameBits();
        if (frame.fd()) {
            wire.fd(frame);
        } else {
            wire.classic(frame);
        }
        return wire;
    }

    /** Number of bits. */
    public int length() {
        return length;
    }

    /** Whether the bit at {@code index} is recessive (1). */
    public boolean recessive(int index) {
        return bits.get(java.util.Objects.checkIndex(index, length));
    }

    /** The CRC sequence: 15, 17 or 21 bits. */
    public int crc() {
        return crc;
    }

    /** The bits as digits, dominant 0 and recessive 1. */
    @Override
    public String toString() {
        StringBuilder digits = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            digits.append(bits.get(i) ? '1' : '0');
        }
        return digits.toString();
    }

    private void classic(CanFrame frame) {
        begin(Crc.CRC15);
        field(frame.arbitrationField() >>> (frame.extended() ? 0 : 19), frame.extended() ? 32 : 13);
        field(0, frame.extended() ? 2 : 1);
        field(frame.dlc(), 4);
        data(frame);
        int sequence = crc;
        field(sequence, check.width());
        crc = sequence;
        if (Stuffing.demandsStuffBit(stuffing)) {
            put(bits.get(length - 1) ? 0 : 1);
        }
        end();
    }

    private void fd(CanFrame frame) {
        begin(frame.length() <= CRC17_MAX_LENGTH ? Crc.CRC17 : Crc.CRC21);
        field(frame.arbitrationField() >>> (frame.extended() ? 0 : 19), frame.extended() ? 32 : 13);
        field(frame.bitRateSwitch() ? 0b101 : 0b100, 3);
        field((frame.esi() ? 1 << 4 : 0) | frame.dlc(), 5);
        data(frame);
        int count = StuffCount.of(Stuffing.inside(stuffing));
        for (int bit = 3; bit >= 0; bit--) {
            crc = check.bit(crc, count >>> bit & 1);
        }
        fixedStuffed((long) count << check.width() | crc, 4 + check.width());
        end();
    }

    private void begin(Crc with) {
        check = with;
        crc = check.bit(check.start(), 0);
        put(0);
    }

    private void data(CanFrame frame) {
        for (int i = 0; i < frame.length(); i++) {
            field(frame.at(i), 8);
        }
    }

    /** Adds bits with dynamic stuffing; only the longer checks of CAN FD take the stuff bits in. */
    private void field(long value, int width) {
        for (int shift = width - 1; shift >= 0; shift--) {
            if (Stuffing.demandsStuffBit(stuffing)) {
                stuffBit();
            }
            int bit = (int) (value >>> shift) & 1;
            crc = check.bit(crc, bit);
            stuffing = Stuffing.bit(stuffing, bit);
            put(bit);
        }
    }

    private void stuffBit() {
        int bit = bits.get(length - 1) ? 0 : 1;
        put(bit);
        crc = check == Crc.CRC15 ? crc : check.bit(crc, bit);
    }

    private void fixedStuffed(long value, int width) {
        for (int sent = 0; sent < width; sent++) {
            if (sent % 4 == 0) {
                put(bits.get(length - 1) ? 0 : 1);
            }
            put((int) (value >>> (width - 1 - sent)) & 1);
        }
    }

    /** CRC delimiter, ACK slot, ACK delimiter, end of frame. */
    private void end() {
        for (int i = 0; i < 1 + 1 + 1 + 7; i++) {
            put(1);
        }
    }

    private void put(int bit) {
        bits.set(length++, bit == 1);
    }
}
