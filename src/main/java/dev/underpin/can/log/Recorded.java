package dev.underpin.can.log;

import dev.underpin.history.FrameLog;
import dev.underpin.mistake.UserMistake;

/** The frames that a {@link FrameRecorder} kept, as entries of a log. */
public final class Recorded {
    private Recorded() {}

    /** The frame at {@code index} of {@code log}; its moment is vehicle time. */
    public static LogEntry entry(FrameLog log, int index) {
        Place place = (expected, found) -> UserMistake.in(log.bus(), "frame " + index, expected, found);
        return SocketCan.entry(
                place,
                log.at(index),
                log.bus(),
                Direction.RX,
                log.id(index),
                log.flags(index),
                log.rawDlc(index),
                log.data(index));
    }
}
