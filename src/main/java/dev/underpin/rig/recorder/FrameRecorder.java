package dev.underpin.rig.recorder;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.history.FrameLog;
import dev.underpin.history.History;

/** Writes every frame of a bus into its frame log. */
public final class FrameRecorder implements CanBus.Observer {
    private final FrameLog log;

    public FrameRecorder(History history, String bus) {
        this.log = history.frames(bus);
    }

    @Override
    public void frame(long at, String sender, CanFrame frame) {
        int id = frame.id() | (frame.extended() ? FrameLog.ID_EXTENDED : 0) | (frame.remote() ? FrameLog.ID_REMOTE : 0);
        int flags = (frame.fd() ? FrameLog.FLAG_FD : 0) | (frame.bitRateSwitch() ? FrameLog.FLAG_BRS : 0);
        log.append(at, id, flags, frame.data());
    }
}
