package dev.underpin.can.bits;

import dev.underpin.can.CanFrame;
import dev.underpin.can.FrameField;

/** A frame laid out for sending: its bits, stuff bits included, and the field in which each of them stands. Immutable. */
public final class WireFrame {
    private final CanFrame frame;
    private final FrameBits bits;
    private final FrameField[] fields;
    private final short[] places;
    private final int dataPhaseBegin;
    private final int dataPhaseEnd;

    private WireFrame(CanFrame frame) {
        this.frame = frame;
        this.bits = FrameBits.of(frame);
        this.fields = new FrameField[bits.length()];
        this.places = new short[bits.length()];
        Deframer reader = new Deframer();
        int begin = 0;
        int end = 0;
        for (int i = 0; i < bits.length(); i++) {
            boolean stuff = reader.stuffBitDue();
            fields[i] = reader.field();
            places[i] = (short) (stuff ? -1 : reader.index());
            if (reader.dataPhase()) {
                begin = begin == 0 ? i : begin;
                end = i + 1;
            }
            reader.feed(bit(i));
        }
        this.dataPhaseBegin = begin;
        this.dataPhaseEnd = end;
    }

    public static WireFrame of(CanFrame frame) {
        return new WireFrame(frame);
    }

    public CanFrame frame() {
        return frame;
    }

    /** Number of bits from start of frame to end of frame. */
    public int length() {
        return fields.length;
    }

    /** The bit at {@code index}: dominant 0, recessive 1; the ACK slot is sent recessive. */
    public int bit(int index) {
        return bits.recessive(index) ? 1 : 0;
    }

    /** The field of a bit; of a stuff bit the field that it stands before. */
    public FrameField field(int index) {
        return fields[index];
    }

    /** The place of a bit in its field, from 0; -1 of a stuff bit. */
    public int place(int index) {
        return places[index];
    }

    /** Whether the bit goes at the data bit rate. */
    public boolean fast(int index) {
        return index >= dataPhaseBegin && index < dataPhaseEnd;
    }
}
