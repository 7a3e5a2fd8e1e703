package dev.underpin.rig.health;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a check found.
 *
 * @param findings what was looked at, in that order
 */
public record HealthReport(List<HealthFinding> findings) {
    private static final int NAMED = 5;

    /** Whether everything is right. */
    public boolean sound() {
        return findings.stream().allMatch(HealthFinding::sound);
    }

    /** What is not right, in one line; empty when everything is. */
    public String trouble() {
        List<HealthFinding> wrong = findings.stream().filter(it -> !it.sound()).toList();
        String more = wrong.size() > NAMED ? "; and %d more".formatted(wrong.size() - NAMED) : "";
        return wrong.stream().limit(NAMED).map(HealthFinding::told).collect(Collectors.joining("; ")) + more;
    }
}
