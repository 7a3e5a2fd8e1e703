package dev.underpin.steps;

import dev.underpin.evidence.Journal;
import dev.underpin.evidence.ScenarioRecord;
import dev.underpin.fault.PlannedFault;
import dev.underpin.history.Fields;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Promise;
import dev.underpin.judge.PromiseBroken;
import dev.underpin.judge.Verdict;
import dev.underpin.judge.Witnesses;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Session;
import dev.underpin.rig.port.Bench;
import dev.underpin.time.Nanos;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.BeforeStep;
import io.cucumber.java.Scenario;
import io.cucumber.java.Status;
import io.cucumber.java.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** Opens the bench of a scenario, judges it when its steps are over, and hands its record over. */
public final class ScenarioHooks {
    private static final String NEEDS = "@needs-";

    private final Trial trial;
    private final Journal journal;
    private final ScenarioAhead ahead;

    public ScenarioHooks(Trial trial, Journal journal, ScenarioAhead ahead) {
        this.ahead = ahead;
        this.trial = trial;
        this.journal = journal;
    }

    @Before
    public void open(Scenario scenario) {
        trial.open(
                scenario.getUri().getSchemeSpecificPart() + ":" + scenario.getName() + ":" + scenario.getLine(),
                trial.clausesAmong(scenario.getSourceTagNames()));
        List<String> missing = scenario.getSourceTagNames().stream()
                .filter(tag -> tag.startsWith(NEEDS))
                .map(tag -> tag.substring(NEEDS.length()))
                .flatMap(needed -> trial.bench().lacks(needed).map(why -> needed + ": " + why).stream())
                .toList();
        if (!missing.isEmpty()) {
            trial.close();
            throw new TestAbortedException("this rig lacks " + String.join("; ", missing));
        }
        List<String> outOfReach = trial.bench().outOfReach(() -> FaultsAhead.of(ahead.steps(scenario.getId())));
        if (!outOfReach.isEmpty()) {
            trial.close();
            throw new TestAbortedException(String.join("; ", outOfReach));
        }
    }

    @BeforeStep
    public void step(Scenario scenario, Step step) {
        trial.history()
                .add(
                        now(),
                        Kind.STEP,
                        "steps",
                        Fields.of("text", step.getText()).and("state", "started"));
    }

    @After
    public void judgeAndHandOver(Scenario scenario) {
        if (!trial.isOpen()) {
            return;
        }
        try {
            trial.endFaults();
            boolean played = scenario.getStatus() != Status.SKIPPED;
            if (played && !scenario.isFailed()) {
                quietPhase();
            }
            Optional<PromiseBroken> worst = played ? judge(scenario.getSourceTagNames()) : Optional.empty();
            Bench bench = trial.bench();
            bench.sumUp();
            journal.accept(new ScenarioRecord(
                    scenario.getId(), bench.history(), bench.calendar().start(), now()));
            if (!scenario.isFailed() && worst.isPresent()) {
                throw worst.get();
            }
        } finally {
            trial.close();
        }
    }

    /** No more hands and faults: what has begun may come to its end, within a bound. The team looks into its inbox. */
    private void quietPhase() {
        Bench bench = trial.bench();
        if (sessionEnded()) {
            bench.technician().readInbox();
        }
        long limit = now() + Limits.QUIET;
        while (now() < limit && anythingOpen()) {
            bench.await().pass(Nanos.SECOND);
        }
    }

    private boolean sessionEnded() {
        return Session.last(new Facts(trial.history())).flatMap(Session::ended).isPresent();
    }

    private boolean anythingOpen() {
        return trial.judge().invariants().stream()
                .map(invariant -> invariant.checker().check(trial.history()).verdict())
                .anyMatch(Verdict.INCONCLUSIVE::equals);
    }

    private long now() {
        return trial.bench().calendar().scheduler().now();
    }

    private Optional<PromiseBroken> judge(Collection<String> tags) {
        History history = trial.history();
        List<PromiseBroken> broken = new ArrayList<>();
        for (String tag : tags) {
            trial.judge()
                    .row(tag.substring(1))
                    .ifPresent(row -> settle(row.id(), row.text(), row.checker().check(history), broken));
        }
        for (String clause : trial.tagged()) {
            settle(clause, trial.promised(clause), trial.judge().judge(clause, history), broken);
        }
        for (Promise invariant : trial.judge().invariants()) {
            settle(invariant.id(), invariant.text(), invariant.checker().check(history), broken);
        }
        for (PlannedFault missed : trial.missedFaults()) {
            Finding finding = new Finding(Verdict.VACUOUS, "its moment never came", List.of());
            settle("fault " + missed.fault().kind(), "the fault that was planned really happened", finding, broken);
        }
        for (Promise witness : Witnesses.of(history)) {
            settle(witness.id(), witness.text(), witness.checker().check(history), broken);
        }
        return broken.stream()
                .max(java.util.Comparator.comparing(it -> it.finding().verdict()));
    }

    private void settle(String id, String text, Finding finding, List<PromiseBroken> broken) {
        if (finding.verdict() == Verdict.NOT_RUN) {
            return;
        }
        trial.note(id, finding);
        if (!finding.passed()) {
            broken.add(new PromiseBroken(id, text, finding, trial.history()));
        }
    }
}
