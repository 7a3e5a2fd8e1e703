package dev.underpin.can.log;

import java.io.IOException;
import java.io.OutputStream;

/** Writes {@link LogFormat#CANDUMP}. */
final class CandumpWriter implements LogWriter {
    private final OutputStream out;
    private final CandumpLines lines = new CandumpLines();

    CandumpWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(LogEntry entry) throws IOException {
        long micros = entry.atNanos() / 1_000;
        switch (entry) {
            case LoggedFrame(long at, String channel, Direction direction, var frame) ->
                lines.add(
                        micros,
                        channel,
                        SocketCan.id(frame),
                        SocketCan.flags(frame),
                        SocketCan.rawDlc(frame),
                        SocketCan.data(frame),
                        direction == Direction.TX);
            case LoggedError(long at, String channel, var error) ->
                lines.add(micros, channel, SocketCan.id(error), 0, 0, error.data(), false);
        }
        if (lines.full()) {
            lines.flush(out);
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            lines.flush(out);
        }
    }
}
