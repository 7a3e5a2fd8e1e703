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
        log.append(at, SocketCan.id(frame), SocketCan.flags(frame), SocketCan.data(frame));
    }
}
