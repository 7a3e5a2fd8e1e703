package dev.underpin.can.socketcan;

import dev.underpin.can.ControllerState;
import dev.underpin.can.log.ErrorFrame;

/** What an error frame of the kernel tells about the interface's controller (linux/can/error.h). */
final class ErrorStates {
    private static final int CONTROLLER = 0x004;
    private static final int BUS_OFF = 0x040;
    private static final int RESTARTED = 0x100;
    private static final int WARNING = 0x0C;
    private static final int PASSIVE = 0x30;
    private static final int ACTIVE = 0x40;

    private ErrorStates() {}

    /** The state after it; {@code before} when it tells nothing of the state. */
    static ControllerState after(ErrorFrame error, ControllerState before) {
        if ((error.classes() & BUS_OFF) != 0) {
            return ControllerState.BUS_OFF;
        }
        if ((error.classes() & RESTARTED) != 0) {
            return ControllerState.ERROR_ACTIVE;
        }
        int details = (error.classes() & CONTROLLER) == 0 ? 0 : error.data()[1];
        if ((details & PASSIVE) != 0) {
            return ControllerState.ERROR_PASSIVE;
        }
        if ((details & WARNING) != 0) {
            return ControllerState.ERROR_WARNING;
        }
        return (details & ACTIVE) != 0 ? ControllerState.ERROR_ACTIVE : before;
    }
}
