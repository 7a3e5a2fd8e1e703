package dev.underpin.report.flake;

import dev.underpin.judge.Verdict;
import dev.underpin.report.ScenarioId;
import dev.underpin.report.ScenarioOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often a scenario passed.
 *
 * @param id the scenario, as its first attempt was numbered
 * @param verdicts of its attempts, in their order
 */
public record PassRate(ScenarioId id, List<Verdict> verdicts) {
    /** The pass rate of each scenario, in feature order. */
    public static List<PassRate> of(List<ScenarioOutcome> outcomes) {
        Map<ScenarioId, PassRate> rates = new LinkedHashMap<>();
        for (ScenarioOutcome outcome : outcomes) {
            rates.computeIfAbsent(outcome.id().numbered(0), any -> new PassRate(outcome.id(), new ArrayList<>()))
                    .verdicts
                    .add(outcome.verdict());
        }
        return List.copyOf(rates.values());
    }

    /** How many attempts passed. */
    public int passed() {
        return (int) verdicts.stream().filter(Verdict.PASS::equals).count();
    }

    /** How many attempts there were, without those that did not run. */
    public int ran() {
        return (int) verdicts.stream().filter(it -> it != Verdict.NOT_RUN).count();
    }

    /** Whether it passed sometimes and sometimes not. */
    public boolean flaky() {
        return passed() > 0 && passed() < ran();
    }

    /** Such as {@code 4/5}. */
    public String told() {
        return passed() + "/" + ran();
    }
}
