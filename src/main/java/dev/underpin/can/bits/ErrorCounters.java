package dev.underpin.can.bits;

import dev.underpin.can.ControllerState;

/**
 * Transmit and receive error counter of a controller and the state that follows from them (ISO 11898-1:2015, 12.1.4). The methods are
 * named after the events of the standard's list. The counters of a controller that only listens stand still.
 */
final class ErrorCounters {
    private static final int STEP = 8;
    private static final int RECEIVE_MAX = 255;
    private static final int BACK_FROM_PASSIVE = 119;

    private final boolean listenOnly;
    private int transmit;
    private int receive;

    ErrorCounters(boolean listenOnly) {
        this.listenOnly = listenOnly;
    }

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

    void detectsError(boolean sender) {
        add(sender, sender ? STEP : 1);
    }

    /** A dominant bit right behind its error flag, a bit error in an active flag, or eight more dominant bits behind it. */
    void disturbed(boolean sender) {
        add(sender, STEP);
    }

    private void add(boolean sender, int step) {
        if (listenOnly) {
            return;
        }
        if (sender) {
            transmit += step;
        } else {
            receive = Math.min(receive + step, RECEIVE_MAX);
        }
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
