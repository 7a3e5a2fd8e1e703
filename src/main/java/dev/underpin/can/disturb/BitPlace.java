package dev.underpin.can.disturb;

import dev.underpin.can.FrameField;
import org.jspecify.annotations.Nullable;

/**
 * A bit of a frame.
 *
 * @param field the field that it stands in; null: {@code number} counts all bits from the start of frame, stuff bits included
 * @param number from 0
 * @param stuff whether the stuff bits before bits of the field are counted instead of its own bits
 */
public record BitPlace(@Nullable FrameField field, int number, boolean stuff) {
    public BitPlace {
        if (number < 0) {
            throw new IllegalArgumentException("bits count from 0, not from " + number);
        }
    }

    /** Bit {@code number} of a field, stuff bits not counted. */
    public static BitPlace of(FrameField field, int number) {
        return new BitPlace(field, number, false);
    }

    /** Stuff bit {@code number} of a field. */
    public static BitPlace stuffBit(FrameField field, int number) {
        return new BitPlace(field, number, true);
    }

    /** Bit {@code number} on the wire, the start of frame being 0. */
    public static BitPlace onWire(int number) {
        return new BitPlace(null, number, false);
    }
}
