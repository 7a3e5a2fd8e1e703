package dev.underpin.session;

import dev.underpin.report.ScenarioId;
import io.cucumber.plugin.event.TestCase;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The scenarios of a run, in order. */
record Programme(Map<Catalogue.Place, ScenarioId> scenarios) {
    int size() {
        return scenarios.size();
    }

    List<ScenarioId> inOrder() {
        return List.copyOf(scenarios.values());
    }

    /** Which scenario it is; a later attempt goes on numbering. */
    ScenarioId of(TestCase test, int attempt) {
        ScenarioId first = Objects.requireNonNull(
                scenarios.get(Catalogue.Place.of(test)), () -> "not rehearsed: " + test.getName());
        return first.numbered(first.number() + (attempt - 1) * size());
    }
}
