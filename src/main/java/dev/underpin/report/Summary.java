package dev.underpin.report;

import dev.underpin.judge.Verdict;
import dev.underpin.report.flake.PassRate;
import dev.underpin.report.flake.Quarantine;
import dev.underpin.report.flake.QuarantineEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code summary.json}: the run for machines. Pass rates are there when scenarios ran more than once, a scenario's jitter where
 * its time followed the clock on the wall. */
public final class Summary {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Summary() {}

    /** The run as JSON; times in seconds with milliseconds, those of {@link Jitter} with microseconds. */
    public static byte[] of(RunOutcome outcome) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("run", outcome.run());
        summary.put("rig", outcome.rig());
        summary.put("seed", outcome.seed());
        summary.put("digest", outcome.digest());
        summary.put("verdict", outcome.verdict().label());
        summary.put("attempts", outcome.attempts());
        summary.put("vehicle_seconds", milliseconds(outcome.vehicleSeconds()));
        summary.put("wall_seconds", milliseconds(outcome.wallSeconds()));
        summary.put(
                "scenarios", outcome.scenarios().stream().map(Summary::scenario).toList());
        summary.put("clauses", labels(outcome.clauses()));
        if (outcome.attempts() > 1) {
            summary.put(
                    "pass_rates",
                    outcome.passRates().stream().map(Summary::passRate).toList());
        }
        summary.put(
                "quarantine",
                outcome.quarantine().entries().stream()
                        .map(entry -> quarantined(outcome.quarantine(), entry))
                        .toList());
        return JSON.writeValueAsBytes(summary);
    }

    private static Map<String, Object> scenario(ScenarioOutcome scenario) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("feature", scenario.id().feature());
        fields.put("name", scenario.id().name());
        fields.put("clauses", scenario.clauses());
        fields.put("attempt", scenario.attempt());
        fields.put("verdict", scenario.verdict().label());
        fields.put("excused", scenario.excused());
        fields.put("reason", scenario.reason());
        fields.put("vehicle_seconds", milliseconds(scenario.vehicleSeconds()));
        fields.put("wall_seconds", milliseconds(scenario.wallSeconds()));
        scenario.jitter().ifPresent(jitter -> fields.put("jitter", jitter(jitter)));
        return fields;
    }

    private static Map<String, Object> jitter(Jitter jitter) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("alarms", jitter.alarms());
        fields.put("median_seconds", microseconds(jitter.median()));
        fields.put("p99_seconds", microseconds(jitter.p99()));
        fields.put("max_seconds", microseconds(jitter.max()));
        fields.put("given_up_seconds", milliseconds(jitter.givenUp()));
        return fields;
    }

    private static Map<String, Object> passRate(PassRate rate) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("feature", rate.id().feature());
        fields.put("name", rate.id().name());
        fields.put("passed", rate.passed());
        fields.put("ran", rate.ran());
        fields.put("verdicts", rate.verdicts().stream().map(Verdict::label).toList());
        return fields;
    }

    private static Map<String, Object> quarantined(Quarantine quarantine, QuarantineEntry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("feature", entry.feature());
        fields.put("name", entry.scenario());
        fields.put("reason", entry.reason());
        fields.put("owner", entry.owner());
        fields.put("until", entry.until().toString());
        fields.put("expired", quarantine.expired().contains(entry));
        return fields;
    }

    private static Map<String, String> labels(Map<String, Verdict> verdicts) {
        Map<String, String> labels = new LinkedHashMap<>();
        verdicts.forEach((clause, verdict) -> labels.put(clause, verdict.label()));
        return labels;
    }

    private static double milliseconds(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }

    private static double microseconds(double seconds) {
        return Math.round(seconds * 1e6) / 1e6;
    }
}
