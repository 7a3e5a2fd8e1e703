package dev.underpin.can.disturb;

import dev.underpin.can.CanFrame;
import dev.underpin.can.FrameField;
import dev.underpin.can.bits.WireFrame;
import org.jspecify.annotations.Nullable;

/** The bit that is on the wire: when it is, and where in which frame. One object is reused for all bits. */
public final class BitMoment {
    private long at;
    private int before = 1;
    private @Nullable WireFrame sending;
    private int wireBit;
    private FrameField field = FrameField.IDLE;
    private int place;

    /** A bit of a frame that is being sent. */
    public void frame(long moment, int levelBefore, WireFrame frame, int bit) {
        at = moment;
        before = levelBefore;
        sending = frame;
        wireBit = bit;
        field = frame.field(bit);
        place = frame.place(bit);
    }

    /** A bit of anything else. */
    public void other(long moment, int levelBefore, FrameField where, int number) {
        at = moment;
        before = levelBefore;
        sending = null;
        wireBit = -1;
        field = where;
        place = number;
    }

    /** Its beginning, vehicle time in nanoseconds. */
    long at() {
        return at;
    }

    /** The level of the medium in the bit before. */
    int before() {
        return before;
    }

    /** The frame of which it is the first bit; null for all other bits. */
    @Nullable
    CanFrame begun() {
        WireFrame frame = sending;
        return frame != null && wireBit == 0 ? frame.frame() : null;
    }

    /** Number on the wire from the start of frame; -1 outside of a frame. */
    int wireBit() {
        return wireBit;
    }

    FrameField field() {
        return field;
    }

    /** Number in the field; -1 of a stuff bit. */
    int place() {
        return place;
    }
}
