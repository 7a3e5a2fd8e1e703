package dev.underpin.can.log;

import dev.underpin.can.CanBus.BusError;
import dev.underpin.can.ControllerState;
import dev.underpin.can.ErrorKind;
import dev.underpin.can.FrameField;

/**
 * What a node's controller finds, as the error frame that SocketCAN would give its owner (linux/can/error.h): octet 1 the controller's
 * state, 2 the kind of protocol error, 3 its place, 6 and 7 transmit and receive error counter.
 */
public final class ErrorReports {
    private static final int BUS_OFF = 0x40;
    private static final int COUNTERS = 0x200;

    private static final int RX_WARNING = 0x04;
    private static final int TX_WARNING = 0x08;
    private static final int RX_PASSIVE = 0x10;
    private static final int TX_PASSIVE = 0x20;
    private static final int ACTIVE = 0x40;

    private static final int BIT = 0x01;
    private static final int FORM = 0x02;
    private static final int STUFF = 0x04;
    private static final int WHILE_SENDING = 0x80;
    private static final int MAX_COUNTER = 0xFF;

    private ErrorReports() {}

    /** The error frame of an error that a node found. */
    public static ErrorFrame of(BusError error) {
        int kind = kind(error.kind()) | (error.sender() ? WHILE_SENDING : 0);
        FrameField place = error.kind() == ErrorKind.CRC ? FrameField.CRC : error.field();
        int acknowledgement = error.kind() == ErrorKind.ACK ? ErrorFrame.NO_ACKNOWLEDGEMENT : 0;
        return frame(
                ErrorFrame.PROTOCOL | ErrorFrame.BUS_ERROR | acknowledgement,
                0,
                kind,
                place.location(),
                error.transmitErrors(),
                error.receiveErrors());
    }

    /** The error frame of a change of a node's fault confinement state. */
    public static ErrorFrame of(ControllerState state, int transmitErrors, int receiveErrors) {
        int classes = state == ControllerState.BUS_OFF ? BUS_OFF : ErrorFrame.CONTROLLER;
        int controller = switch (state) {
            case ERROR_ACTIVE -> ACTIVE;
            case ERROR_WARNING ->
                counters(transmitErrors, receiveErrors, ControllerState.WARNING_FROM, TX_WARNING, RX_WARNING);
            case ERROR_PASSIVE ->
                counters(transmitErrors, receiveErrors, ControllerState.PASSIVE_FROM, TX_PASSIVE, RX_PASSIVE);
            case BUS_OFF -> 0;
        };
        return frame(classes, controller, 0, 0, transmitErrors, receiveErrors);
    }

    private static int kind(ErrorKind kind) {
        return switch (kind) {
            case BIT -> BIT;
            case FORM -> FORM;
            case STUFF -> STUFF;
            case CRC, ACK -> 0;
        };
    }

    private static int counters(int transmitErrors, int receiveErrors, int limit, int sending, int receiving) {
        return (transmitErrors >= limit ? sending : 0) | (receiveErrors >= limit ? receiving : 0);
    }

    private static ErrorFrame frame(
            int classes, int controller, int kind, int place, int transmitErrors, int receiveErrors) {
        long details = (long) controller << 48
                | (long) kind << 40
                | (long) place << 32
                | (long) Math.min(transmitErrors, MAX_COUNTER) << 8
                | Math.min(receiveErrors, MAX_COUNTER);
        return new ErrorFrame(classes | COUNTERS, details);
    }
}
