package dev.underpin.can.slcan;

import dev.underpin.can.ControllerState;

/** The answer to {@code F}: the status register of the adapter's SJA1000 and its queues (LAWICEL CANUSB manual, 2.3, "F"). */
record StatusFlags(int bits) {
    private static final int RECEIVE_FULL = 0x01;
    private static final int TRANSMIT_FULL = 0x02;
    private static final int WARNING = 0x04;
    private static final int OVERRUN = 0x08;
    private static final int PASSIVE = 0x20;
    private static final int BUS_ERROR = 0x80;

    /** An adapter that knows no {@code F}: the only reason to refuse a frame that can be put right is want of room. */
    static final StatusFlags UNKNOWN = new StatusFlags(TRANSMIT_FULL);

    /** Frames from the bus were lost because the adapter had no room for them. */
    boolean framesLost() {
        return (bits & (RECEIVE_FULL | OVERRUN)) != 0;
    }

    boolean transmitFull() {
        return (bits & TRANSMIT_FULL) != 0;
    }

    boolean busError() {
        return (bits & BUS_ERROR) != 0;
    }

    ControllerState state() {
        if ((bits & PASSIVE) != 0) {
            return ControllerState.ERROR_PASSIVE;
        }
        return (bits & WARNING) == 0 ? ControllerState.ERROR_ACTIVE : ControllerState.ERROR_WARNING;
    }
}
