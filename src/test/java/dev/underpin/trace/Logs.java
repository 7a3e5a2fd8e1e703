package dev.underpin.trace;

import dev.underpin.can.CanFrame;
import dev.underpin.can.log.Direction;
import dev.underpin.can.log.LogEntry;
import dev.underpin.can.log.LoggedFrame;
import dev.underpin.rig.RigFile;
import dev.underpin.time.Nanos;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Small logs of the vehicle's buses, and their traces. */
final class Logs {
    /** 2026-11-02T07:00:00Z */
    static final long START = 1_793_602_800L * Nanos.SECOND;

    private static final Path RIG = Path.of("rigs/virtual.yaml");
    private static final Vocabulary WORDS = Vocabulary.of(RigFile.read(RIG), RIG, null);
    private static final HexFormat HEX = HexFormat.of();

    private Logs() {}

    static Vocabulary words() {
        return WORDS;
    }

    /** Frames on a bus, a millisecond apart, each written as {@code ID#DATA}. */
    static List<LogEntry> on(String bus, String... frames) {
        List<LogEntry> log = new ArrayList<>();
        for (String frame : frames) {
            String[] parts = frame.split("#", -1);
            CanFrame classic = CanFrame.classic(HexFormat.fromHexDigits(parts[0]), HEX.parseHex(parts[1]));
            log.add(new LoggedFrame(START + (log.size() + 1) * Nanos.MILLISECOND, bus, Direction.RX, classic));
        }
        return log;
    }

    static String traced(List<LogEntry> log) {
        return traced(log, new Trace(words(), Selection.ALL, null, Decode.BOTH, Layout.columns(false)));
    }

    static String traced(List<LogEntry> log, Trace trace) {
        StringBuilder lines = new StringBuilder();
        log.forEach(entry -> trace.add(lines, entry, START));
        return lines.toString();
    }
}
