package dev.underpin.can.disturb;

import dev.underpin.can.CanFrame;

/**
 * Which frames are meant: those whose identifier agrees with {@code id} in the bits set in {@code mask}.
 *
 * @param extended whether 29-bit identifiers are meant
 */
public record FrameFilter(int id, int mask, boolean extended) {
    private static final int BASE_MASK = 0x7FF;
    private static final int EXTENDED_MASK = 0x1FFF_FFFF;

    /** Frames with that 11-bit identifier. */
    public static FrameFilter id(int id) {
        return new FrameFilter(id, BASE_MASK, false);
    }

    /** Frames with that 29-bit identifier. */
    public static FrameFilter extendedId(int id) {
        return new FrameFilter(id, EXTENDED_MASK, true);
    }

    public boolean matches(CanFrame frame) {
        return frame.extended() == extended && (frame.id() & mask) == (id & mask);
    }
}
