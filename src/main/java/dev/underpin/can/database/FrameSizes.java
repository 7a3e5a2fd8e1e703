package dev.underpin.can.database;

import dev.underpin.can.CanFrame;

/** Which lengths frames can have. */
final class FrameSizes {
    private static final int LONGEST = 64;

    private FrameSizes() {}

    /** Whether some frame, classical or CAN FD, can carry exactly {@code length} bytes. */
    static boolean possible(long length) {
        return length >= 0 && length <= LONGEST && CanFrame.fdLength((int) length) == length;
    }
}
