package dev.underpin.session;

import dev.underpin.evidence.Journal;
import dev.underpin.evidence.ScenarioRecord;
import dev.underpin.report.ScenarioId;
import dev.underpin.steps.ScenarioAhead;
import dev.underpin.steps.StepAhead;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The journal of a run: has each record kept at once, on the scenario's own thread, and holds only what the outcome needs of it. */
final class RunJournal implements Journal, ScenarioAhead {
    private final Keeping keeping;
    private final Map<String, ScenarioId> running = new ConcurrentHashMap<>();
    private final Map<String, List<StepAhead>> steps = new ConcurrentHashMap<>();
    private final Map<String, Deposit> deposits = new ConcurrentHashMap<>();

    RunJournal(Keeping keeping) {
        this.keeping = keeping;
    }

    /** Says which scenario runs under that id of Cucumber's, with which steps. */
    void expect(String id, ScenarioId scenario, List<StepAhead> ahead) {
        running.put(id, scenario);
        steps.put(id, ahead);
    }

    @Override
    public List<StepAhead> steps(String id) {
        return Objects.requireNonNull(steps.get(id), "steps of no running scenario");
    }

    @Override
    public void accept(ScenarioRecord record) {
        ScenarioId scenario = Objects.requireNonNull(running.get(record.id()), "a record of no running scenario");
        deposits.put(record.id(), keeping.keep(record, scenario));
    }

    /** Takes out what a scenario left; empty when it handed nothing over. */
    Optional<Deposit> collect(String id) {
        running.remove(id);
        steps.remove(id);
        return Optional.ofNullable(deposits.remove(id));
    }
}
