package dev.underpin.can.log;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.ControllerState;
import dev.underpin.history.FrameLog;

/**
 * Keeps what passes on a bus in a {@link FrameLog}: each frame once, and an error frame for each error that a node finds and each change
 * of its fault confinement state. A remote frame is kept with as many zero bytes as it asks for, as SocketCAN does.
 */
public final class FrameRecorder implements CanBus.Observer {
    private final FrameLog log;

    public FrameRecorder(FrameLog log) {
        this.log = log;
    }

    @Override
    public void frame(long at, String sender, CanFrame frame) {
        log.append(at, SocketCan.id(frame), SocketCan.flags(frame), SocketCan.rawDlc(frame), SocketCan.data(frame));
    }

    @Override
    public void error(CanBus.BusError error) {
        append(error.at(), ErrorReports.of(error));
    }

    @Override
    public void state(long at, String node, ControllerState state, int transmitErrors, int receiveErrors) {
        append(at, ErrorReports.of(state, transmitErrors, receiveErrors));
    }

    private void append(long at, ErrorFrame error) {
        log.append(at, SocketCan.id(error), 0, error.data());
    }
}
