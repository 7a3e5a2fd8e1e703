package dev.underpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.history.Fields;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Verdict;
import dev.underpin.report.flake.Quarantine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SummaryTest {
    @Test
    void a_scenario_by_the_clock_on_the_wall_tells_how_late_its_alarms_were() {
        History history = new History();
        history.add(
                7,
                Kind.MEDIUM,
                "time",
                Fields.of("event", "jitter")
                        .and("alarms", 4711L)
                        .and("median", 0.000_071_4)
                        .and("p99", 0.002)
                        .and("max", 0.0413)
                        .and("given-up", 0.25));

        assertThat(scenario(Jitter.of(history)).path("jitter").toString())
                .isEqualTo("{\"alarms\":4711,\"median_seconds\":7.1E-5,\"p99_seconds\":0.002,\"max_seconds\":0.0413,"
                        + "\"given_up_seconds\":0.25}");
    }

    @Test
    void where_time_jumps_nothing_is_late() {
        assertThat(scenario(Jitter.of(new History())).has("jitter")).isFalse();
    }

    private static JsonNode scenario(Optional<Jitter> jitter) {
        ScenarioOutcome scenario = new ScenarioOutcome(
                new ScenarioId(1, "a.feature", 1, "A", "", "a", ""),
                1,
                Optional.empty(),
                List.of(),
                List.of(),
                Verdict.PASS,
                Map.of(),
                "",
                "",
                1.0,
                jitter,
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(),
                List.of(),
                "");
        RunOutcome run = new RunOutcome("run", "rig", 1, "", 1.0, 1, List.of(scenario), Quarantine.NONE, Map.of());
        return JsonMapper.shared().readTree(Summary.of(run)).path("scenarios").path(0);
    }
}
