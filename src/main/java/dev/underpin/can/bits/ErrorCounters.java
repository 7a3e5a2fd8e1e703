package dev.underpin.can.bits;

import dev.underpin.can.ControllerState;

/**
 * Transmit and receive error counter of a controller and the state that follows from them (ISO 11898-1:2015, 12.1.4). The methods are
 * named after the events of the standard's list.
 */
final class ErrorCounters {
    private static final int STEP = 8;
    private static final int RECEIVE_MAX = 255;
    private static final int BACK_FROM_PASSIVE = 119;

    private int transmit;
    private int receive;

    int transmit() {
        return transmit;
    }

    int receive() {
        return receive;
    }

    ControllerState state() {
        if (transmit > ControllerState.BUS_OFF_ABOVE) {
            return ControllerState.BUS_OFF;
        }
        int higher = Math.max(transmit, receive);
        if (higher >= ControllerState.PASSIVE_FROM) {
            return ControllerState.ERROR_PASSIVE;
        }
        return higher >= ControllerState.WARNING_FROM ? ControllerState.ERROR_WARNING : ControllerState.ERROR_ACTIVE;
    }

    void receiverDetectsError() {
        receive = Math.min(receive + 1, RECEIVE_MAX);
    }

    /** A dominant bit right behind its error flag, a bit error in an active flag, or eight more dominant bits behind it. */
    void receiverIsDisturbed() {
        receive = Math.min(receive + STEP, RECEIVE_MAX);
    }

    void senderIsDisturbed() {
        transmit += STEP;
    }

    void sent() {
        transmit = Math.max(0, transmit - 1);
    }

    void received() {
        if (receive >= ControllerState.PASSIVE_FROM) {
            receive = BACK_FROM_PASSIVE;
        } else if (receive > 0) {
            receive--;
        }
    }

    void reset() {
        transmit = 0;
        receive = 0;
    }
}
