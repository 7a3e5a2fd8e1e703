package dev.underpin.can.database;

import dev.underpin.can.CanFrame;

/** Which lengths messages can have. */
final class FrameSizes {
    /** The most that SAE J1939-21 sends as one message, in up to 255 frames of 7 bytes each. */
    static final int LONGEST_MESSAGE = 255 * 7;

    private static final int LONGEST_FRAME = 64;
    private static final int LONGEST_CLASSICAL = 8;

    private FrameSizes() {}

    /** Whether some frame, classical or CAN FD, can carry exactly {@code length} bytes. */
    static boolean oneFrame(long length) {
        return length >= 0 && length <= LONGEST_FRAME && CanFrame.fdLength((int) length) == length;
    }

    /** Whether a message can have {@code length} bytes; those of 29-bit identifiers may take several frames, as J1939's do. */
    static boolean possible(long length, boolean extended) {
        return oneFrame(length) || (extended && length >= 0 && length <= LONGEST_MESSAGE);
    }

    /** Whether a message needs a CAN FD frame for its length alone; one of J1939 goes out in several classical frames instead. */
    static boolean needsFd(int length, boolean j1939) {
        return length > LONGEST_CLASSICAL && oneFrame(length) && !j1939;
    }
}
