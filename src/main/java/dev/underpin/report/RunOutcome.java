package dev.underpin.report;

import dev.underpin.judge.Verdict;
import dev.underpin.report.flake.PassRate;
import dev.underpin.report.flake.Quarantine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a run went.
 *
 * @param run its name
 * @param rig the rig's name
 * @param digest SHA-256 over the scenarios' digests in feature order
 * @param wallSeconds wall time of all scenarios together, as a clock beside the run shows it
 * @param attempts how many times each scenario ran
 * @param scenarios in feature order, attempt by attempt
 * @param quarantine what was in quarantine
 * @param clauses verdict of each clause of the contracts, in their order; NotRun where no scenario of the run proves it
 */
public record RunOutcome(
        String run,
        String rig,
        long seed,
        String digest,
        double wallSeconds,
        int attempts,
        List<ScenarioOutcome> scenarios,
        Quarantine quarantine,
        Map<String, Verdict> clauses) {

    /** The worst verdict of the scenarios, without what is excused by quarantine. */
    public Verdict verdict() {
        return Verdict.worst(scenarios.stream()
                .filter(scenario -> !scenario.excused())
                .map(ScenarioOutcome::verdict)
                .toList());
    }

    /** How often each scenario passed, in feature order. */
    public List<PassRate> passRates() {
        return PassRate.of(scenarios);
    }

    /** Vehicle time of all scenarios, seconds. */
    public double vehicleSeconds() {
        return scenarios.stream().mapToDouble(ScenarioOutcome::vehicleSeconds).sum();
    }

    /** The worst that any scenario says of each of {@code known} clauses. */
    public static Map<String, Verdict> clauses(List<String> known, List<ScenarioOutcome> scenarios) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        known.forEach(clause -> verdicts.put(clause, Verdict.NOT_RUN));
        for (ScenarioOutcome scenario : scenarios) {
            for (String clause : scenario.clauses()) {
                Verdict told = scenario.verdictOf(clause);
                verdicts.merge(clause, told, (one, other) -> Verdict.worst(List.of(one, other)));
            }
        }
        return verdicts;
    }
}
