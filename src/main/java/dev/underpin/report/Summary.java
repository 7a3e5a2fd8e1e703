package dev.underpin.report;

import dev.underpin.judge.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code summary.json}: the run for machines. */
public final class Summary {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Summary() {}

    /** The run as JSON; times in seconds with milliseconds. */
    public static byte[] of(RunOutcome outcome) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("run", outcome.run());
        summary.put("rig", outcome.rig());
        summary.put("seed", outcome.seed());
        summary.put("digest", outcome.digest());
        summary.put("verdict", outcome.verdict().label());
        summary.put("vehicle_seconds", milliseconds(outcome.vehicleSeconds()));
        summary.put("wall_seconds", milliseconds(outcome.wallSeconds()));
        summary.put(
                "scenarios", outcome.scenarios().stream().map(Summary::scenario).toList());
        summary.put("clauses", labels(outcome.clauses()));
        return JSON.writeValueAsBytes(summary);
    }

    private static Map<String, Object> scenario(ScenarioOutcome scenario) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("feature", scenario.id().feature());
        fields.put("name", scenario.id().name());
        fields.put("clauses", scenario.clauses());
        fields.put("verdict", scenario.verdict().label());
        fields.put("reason", scenario.reason());
        fields.put("vehicle_seconds", milliseconds(scenario.vehicleSeconds()));
        fields.put("wall_seconds", milliseconds(scenario.wallSeconds()));
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
}
