package dev.underpin.cloud.desk;

import java.util.Optional;
import java.util.Set;

/** Turns a read-out into a root cause and a proposal. */
public interface TriageBook {
    /**
     * Assesses {@code snapshot}.
     *
     * @param tried ECUs on which a reset or a routine was done in this session already
     */
    Assessment assess(Snapshot snapshot, Set<String> tried);

    /** What is known of {@code code}. */
    Optional<Fault> fault(String code);
}
