package dev.underpin.report;

import dev.underpin.history.Entry;
import dev.underpin.history.FrameLog;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.report.picture.Moments;
import dev.underpin.report.picture.UdsNames;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** The first and the last that was said in diagnostics, as text: messages, and the frames below them on each bus. */
public final class BusExcerpt {
    private static final int ENDS = 40;
    private static final int LOWEST_DIAGNOSTIC_ID = 0x700;
    private static final int MAX_HEX = 96;

    private BusExcerpt() {}

    /** The excerpt; empty when nothing diagnostic passed. */
    public static String of(History history) {
        StringBuilder text = new StringBuilder();
        List<String> messages =
                history.of(Kind.UDS).stream().map(BusExcerpt::message).toList();
        section(text, "Diagnostic messages", ends(messages.size(), messages::get), messages.size());
        for (FrameLog log : history.buses()) {
            int[] diagnostic = IntStream.range(0, log.size())
                    .filter(index -> isDiagnostic(log.id(index)))
                    .toArray();
            List<String> frames = ends(diagnostic.length, index -> frame(log, diagnostic[index]));
            section(text, "Diagnostic frames on " + log.bus(), frames, diagnostic.length);
        }
        return text.toString();
    }

    /** ISO 15765-4 keeps 11-bit diagnostic identifiers at the top of the range; the vehicle does the same with its own. */
    private static boolean isDiagnostic(int id) {
        return (id & (FrameLog.ID_EXTENDED | FrameLog.ID_ERROR)) == 0 && (id & 0x7FF) >= LOWEST_DIAGNOSTIC_ID;
    }

    private static void section(StringBuilder text, String title, List<String> lines, int total) {
        if (total > 0) {
            text.append("%s (%d)\n".formatted(title, total));
            lines.forEach(line -> text.append("  ").append(line).append('\n'));
            text.append('\n');
        }
    }

    private static List<String> ends(int size, java.util.function.IntFunction<String> line) {
        List<String> lines = new ArrayList<>();
        IntStream.range(0, Math.min(ENDS, size)).forEach(index -> lines.add(line.apply(index)));
        if (size > 2 * ENDS) {
            lines.add("… %d more …".formatted(size - 2 * ENDS));
        }
        IntStream.range(Math.max(ENDS, size - ENDS), size).forEach(index -> lines.add(line.apply(index)));
        return lines;
    }

    private static String message(Entry entry) {
        String pdu = entry.text("pdu");
        String shown = pdu.length() <= MAX_HEX ? pdu : pdu.substring(0, MAX_HEX) + "…";
        String refusal = entry.text("nrc").isEmpty() ? "" : "  " + UdsNames.refusal(entry.text("nrc"));
        return "%12s  %-8s %-5s %-8s  %s  %s%s"
                .formatted(
                        Moments.clock(entry.at()),
                        entry.text("link"),
                        entry.text("ecu"),
                        entry.text("direction"),
                        UdsNames.service(entry.text("sid")),
                        shown,
                        refusal);
    }

    private static String frame(FrameLog log, int index) {
        return "%12s  %03X  [%d]  %s"
                .formatted(
                        Moments.clock(log.at(index)),
                        log.id(index) & 0x7FF,
                        log.data(index).length,
                        HexFormat.ofDelimiter(" ").withUpperCase().formatHex(log.data(index)));
    }
}
