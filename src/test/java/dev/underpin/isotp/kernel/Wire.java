package dev.underpin.isotp.kernel;

import dev.underpin.can.CanFrame;
import dev.underpin.can.log.LogEntry;
import dev.underpin.can.log.LogFormat;
import dev.underpin.can.log.LogReader;
import dev.underpin.can.log.LoggedFrame;
import dev.underpin.isotp.IsoTpAddress;
import dev.underpin.time.Nanos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What candump saw on the interface, with the kernel's time stamps. */
record Wire(List<LoggedFrame> frames) {
    private static final int CONSECUTIVE = 2;
    private static final int FLOW_CONTROL = 3;

    /** candump cuts its time stamps to microseconds. */
    private static final long CUT = Nanos.MICROSECOND;

    static Wire read(Path log) throws IOException {
        List<LoggedFrame> frames = new ArrayList<>();
        try (LogReader reader = LogFormat.read(log)) {
            for (LogEntry entry = reader.next(); entry != null; entry = reader.next()) {
                if (entry instanceof LoggedFrame frame) {
                    frames.add(frame);
                }
            }
        }
        return new Wire(frames);
    }

    /** Where an end did not keep to what the other asked for. */
    List<String> offences(Talk talk) {
        List<String> offences = new ArrayList<>();
        IsoTpAddress address = talk.address();
        check(talk, address.transmitId(), address.receiveId(), offences);
        check(talk, address.receiveId(), address.transmitId(), offences);
        return offences;
    }

    private void check(Talk talk, int sender, int receiver, List<String> offences) {
        long before = Long.MIN_VALUE;
        int sinceFlowControl = 0;
        for (LoggedFrame logged : frames) {
            CanFrame frame = logged.frame();
            int kind = kind(talk, frame);
            if (isFrom(talk, receiver, frame) && kind == FLOW_CONTROL) {
                before = Long.MIN_VALUE;
                sinceFlowControl = 0;
            } else if (isFrom(talk, sender, frame) && kind == CONSECUTIVE) {
                sinceFlowControl++;
                int most = talk.parameters().blockSize();
                if (most != 0 && sinceFlowControl > most) {
                    offences.add("%s: more than %d consecutive frames in a block".formatted(logged, most));
                }
                if (before != Long.MIN_VALUE && logged.atNanos() - before < separation(talk) - CUT) {
                    offences.add(
                            "%s: only %d us after the one before".formatted(frame, (logged.atNanos() - before) / 1000));
                }
                before = logged.atNanos();
            }
        }
    }

    private static boolean isFrom(Talk talk, int id, CanFrame frame) {
        return frame.id() == id && frame.extended() == talk.address().extended();
    }

    private static int kind(Talk talk, CanFrame frame) {
        int at = talk.address().transmitByte() == IsoTpAddress.NOTHING ? 0 : 1;
        return frame.length() > at ? frame.at(at) >>> 4 : -1;
    }

    /** ISO 15765-2:2016, table 20. */
    private static long separation(Talk talk) {
        int coded = talk.parameters().stMin();
        return coded <= 0x7F ? coded * Nanos.MILLISECOND : (coded & 0xF) * 100 * Nanos.MICROSECOND;
    }
}
