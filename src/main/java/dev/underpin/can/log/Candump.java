package dev.underpin.can.log;

import dev.underpin.history.FrameLog;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Lays the frames that a run recorded down in {@link LogFormat#CANDUMP}. */
public final class Candump {
    private Candump() {}

    /**
     * Writes all frames of {@code log}; the caller closes {@code out}.
     *
     * @param start the civil time at which the vehicle time of the log was zero
     */
    public static void write(FrameLog log, Instant start, OutputStream out) throws IOException {
        CandumpLines lines = new CandumpLines();
        long startNanos = ChronoUnit.NANOS.between(Instant.EPOCH, start);
        for (int i = 0; i < log.size(); i++) {
            long micros = Math.floorDiv(startNanos + log.at(i), 1_000L);
            lines.add(micros, log.bus(), log.id(i), log.flags(i), log.rawDlc(i), log.data(i), false);
            if (lines.full()) {
                lines.flush(out);
            }
        }
        lines.flush(out);
    }
}
