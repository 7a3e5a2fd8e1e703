package dev.underpin.report.flake;

import dev.underpin.report.ScenarioId;
import java.time.LocalDate;

/**
 * A scenario that still runs, is shown and counted, but does not fail a run.
 *
 * @param feature the feature's name
 * @param scenario the scenario's name, of an example with its values, as reports write it
 * @param reason what is known of it
 * @param owner who mends it
 * @param until the last day on which it does not fail a run
 */
public record QuarantineEntry(String feature, String scenario, String reason, String owner, LocalDate until) {
    boolean means(ScenarioId id) {
        return id.feature().equals(feature) && id.name().equals(scenario);
    }

    boolean expired(LocalDate today) {
        return today.isAfter(until);
    }

    /** In words, for reports. */
    public String told() {
        return "quarantined until %s by %s: %s".formatted(until, owner, reason);
    }
}
