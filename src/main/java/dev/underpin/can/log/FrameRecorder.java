package dev.underpin.can.log;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.history.FrameLog;

/** Keeps what passes on a bus in a {@link FrameLog}. A remote frame is kept with as many zero bytes as it asks for, as SocketCAN does. */
public final class FrameRecorder implements CanBus.Observer {
    private final FrameLog log;

    public FrameRecorder(FrameLog log) {
        this.log = log;
    }

    @Override
    public void frame(long at, String sender, CanFrame frame) {
        byte[] data = frame.remote() ? new byte[Math.min(frame.dlc(), 8)] : frame.data();
        log.append(at, id(frame), flags(frame), data);
    }

    private static int id(CanFrame frame) {
        return frame.id() | (frame.extended() ? FrameLog.ID_EXTENDED : 0) | (frame.remote() ? FrameLog.ID_REMOTE : 0);
    }

    private static int flags(CanFrame frame) {
        return (frame.fd() ? FrameLog.FLAG_FD : 0)
                | (frame.bitRateSwitch() ? FrameLog.FLAG_BRS : 0)
                | (frame.esi() ? FrameLog.FLAG_ESI : 0);
    }
}
