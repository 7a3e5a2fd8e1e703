package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.FrameLog;
import dev.underpin.history.History;
import dev.underpin.time.Nanos;
import java.util.HexFormat;

/** A promise was not kept or not proved: says what was promised, what was seen, when, and shows the last frames. */
public final class PromiseBroken extends AssertionError {
    private static final long serialVersionUID = 1L;
    private static final int LAST_FRAMES = 3;

    private final transient Finding finding;

    /**
     * @param promise clause or rule id
     * @param text what was promised
     */
    public PromiseBroken(String promise, String text, Finding finding, History history) {
        super(message(promise, text, finding, history));
        this.finding = finding;
    }

    /** What was found instead. */
    public Finding finding() {
        return finding;
    }

    private static String message(String promise, String promised, Finding finding, History history) {
        StringBuilder text = new StringBuilder();
        text.append("%s of %s%n  promised: %s%n  seen: %s"
                .formatted(finding.verdict(), promise, promised, finding.reason()));
        for (Entry record : finding.records()) {
            text.append("%n  record %d at %.6f s: %s %s"
                    .formatted(record.index(), Nanos.toSeconds(record.at()), record.kind(), record.fields()));
        }
        history.buses().forEach(log -> appendLast(text, log));
        return text.toString();
    }

    private static void appendLast(StringBuilder text, FrameLog log) {
        for (int i = Math.max(0, log.size() - LAST_FRAMES); i < log.size(); i++) {
            text.append("%n  frame at %.6f s on %s: %03X %s"
                    .formatted(
                            Nanos.toSeconds(log.at(i)),
                            log.bus(),
                            log.id(i) & (FrameLog.ID_ERROR | 0x1FFF_FFFF),
                            HexFormat.of().withUpperCase().formatHex(log.data(i))));
        }
    }
}
