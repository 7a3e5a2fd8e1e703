package dev.underpin.can.log;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.ControllerState;
import dev.underpin.history.FrameLog;
import dev.underpin.time.Nanos;

/**
 * Keeps what passes on a bus in a {@link FrameLog}: each frame once, and an error frame for each error that a node finds and each change
 * of its fault confinement state. A remote frame is kept with as many zero bytes as it asks for, as SocketCAN does.
 *
 * <p>A short circuit or a babbling node makes tens of thousands of error frames in a second: at most {@value #MOST_IN_A_SECOND} of a second
 * of vehicle time are kept, and {@value #MOST} in all. One entry more says how many of that second are left out
 * ({@link ErrorFrame#leftOut}). Frames and changes of state are never left out.
 */
public final class FrameRecorder implements CanBus.Observer {
    static final int MOST_IN_A_SECOND = 1_000;
    static final int MOST = 100_000;

    private static final int NONE = -1;

    private final FrameLog log;
    private long second = NONE;
    private int kept;
    private int keptInSecond;
    private int leftOut;
    private int marker = NONE;

    public FrameRecorder(FrameLog log) {
        this.log = log;
    }

    @Override
    public void frame(long at, String sender, CanFrame frame) {
        log.append(at, SocketCan.id(frame), SocketCan.flags(frame), SocketCan.rawDlc(frame), SocketCan.data(frame));
    }

    @Override
    public void error(CanBus.BusError error) {
        if (error.at() / Nanos.SECOND != second) {
            second = error.at() / Nanos.SECOND;
            keptInSecond = 0;
            leftOut = 0;
            marker = NONE;
        }
        if (keptInSecond < MOST_IN_A_SECOND && kept < MOST) {
            keptInSecond++;
            kept++;
            append(error.at(), ErrorReports.of(error));
        } else {
            leaveOut(error.at());
        }
    }

    private void leaveOut(long at) {
        ErrorFrame count = ErrorFrame.leftOut(++leftOut);
        if (marker == NONE) {
            marker = log.size();
            append(at, count);
        } else {
            log.amend(marker, count.data());
        }
    }

    @Override
    public void state(long at, String node, ControllerState state, int transmitErrors, int receiveErrors) {
        append(at, ErrorReports.of(state, transmitErrors, receiveErrors));
    }

    private void append(long at, ErrorFrame error) {
        log.append(at, SocketCan.id(error), 0, error.data());
    }
}
