package dev.underpin.cloud.desk;

import java.time.Duration;
import java.util.List;

/** Decides whether a session may be closed as resolved. */
@FunctionalInterface
public interface ClosingRule {
    /** What is missing for {@code resolved}, in words; empty when nothing is. */
    List<String> missing(DiagnosticSession session);

    /**
     * Resolved by evidence: after the last clear a retest or routine on the root cause has passed; after that a read-out, at least
     * {@code settle} after the clear, shows neither its codes nor its lamps. A clear alone proves nothing.
     */
    static ClosingRule standard(Duration settle) {
        return session -> new Evidence(session, settle).missing();
    }
}
