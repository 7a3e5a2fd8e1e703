package dev.underpin.cloud.desk;

import java.time.Duration;
import java.util.List;

/** Decides whether a session may be closed as resolved. */
@FunctionalInterface
public interface ClosingRule {
    /** What is missing for {@code resolved}, in words; empty when nothing is. */
    List<String> missing(DiagnosticSession session);

    /**
     * Resolved by evidence: after the last clear a retest or routine on the root cause has passed; the read-out that came with it or
     * after it, at least {@code settle} after the clear, shows the tested ECU without the fault; every other ECU that reported the
     * fault has been read again since; no code of the cascade is there and none of its lamps is lit. A clear alone proves nothing.
     */
    static ClosingRule standard(Duration settle) {
        return session -> new Evidence(session, settle).missing();
    }
}
