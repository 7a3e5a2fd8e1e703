package dev.underpin.session;

import dev.underpin.judge.Verdict;
import dev.underpin.mistake.UserMistake;
import dev.underpin.report.Attachment;
import dev.underpin.report.ScenarioId;
import dev.underpin.report.ScenarioOutcome;
import dev.underpin.report.StepOutcome;
import dev.underpin.report.flake.Quarantine;
import dev.underpin.steps.StepAhead;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.Argument;
import io.cucumber.plugin.event.DataTableArgument;
import io.cucumber.plugin.event.EmbedEvent;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.WriteEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Follows a run and puts the outcomes together. Threading: Cucumber's event bus calls one listener at a time. */
final class RunListener implements ConcurrentEventListener {
    private final Programme programme;
    private final Collection<String> clauses;
    private final RunJournal journal;
    private final Progress progress;
    private final Map<UUID, Recorder> running = new LinkedHashMap<>();
    private final Map<Integer, ScenarioOutcome> outcomes = new TreeMap<>();
    private final List<UserMistake> mistakes = new ArrayList<>();
    private final Quarantine quarantine;
    private final int attempts;
    private int attempt;

    RunListener(Programme programme, RunRequest request, RunJournal journal, Progress progress) {
        this.programme = programme;
        this.clauses = request.clauseIds();
        this.quarantine = request.quarantine();
        this.attempts = request.attempts().size();
        this.journal = journal;
        this.progress = progress;
    }

    /** What comes now belongs to the next attempt; before the first one too. */
    void nextAttempt() {
        attempt++;
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseStarted.class, this::started);
        publisher.registerHandlerFor(
                TestStepFinished.class, event -> recorder(event.getTestCase()).step(event));
        publisher.registerHandlerFor(
                EmbedEvent.class, event -> recorder(event.getTestCase()).attach(event));
        publisher.registerHandlerFor(
                WriteEvent.class, event -> recorder(event.getTestCase()).write(event));
        publisher.registerHandlerFor(TestCaseFinished.class, this::finished);
    }

    /**
     * The outcomes in feature order.
     *
     * @throws UserMistake when a scenario came upon one, such as a missing image
     */
    List<ScenarioOutcome> outcomes() {
        if (!mistakes.isEmpty()) {
            throw mistakes.getFirst();
        }
        return List.copyOf(outcomes.values());
    }

    private Recorder recorder(TestCase test) {
        return Objects.requireNonNull(running.get(test.getId()), "an event of no running scenario");
    }

    private void started(TestCaseStarted event) {
        TestCase test = event.getTestCase();
        running.put(test.getId(), new Recorder(event.getInstant()));
        journal.expect(test.getId().toString(), programme.of(test, attempt), ahead(test));
    }

    /** Its steps, as they will be called. */
    static List<StepAhead> ahead(TestCase test) {
        return test.getTestSteps().stream()
                .filter(PickleStepTestStep.class::isInstance)
                .map(PickleStepTestStep.class::cast)
                .map(step -> new StepAhead(
                        step.getCodeLocation(),
                        step.getDefinitionArgument().stream()
                                .map(Argument::getValue)
                                .toList(),
                        step.getStep().getArgument() instanceof DataTableArgument table ? table.cells() : List.of()))
                .toList();
    }

    private void finished(TestCaseFinished event) {
        TestCase test = event.getTestCase();
        Recorder recorder = recorder(test);
        running.remove(test.getId());
        Optional<Deposit> deposit = journal.collect(test.getId().toString());
        if (event.getResult().getError() instanceof UserMistake mistake) {
            mistakes.add(mistake);
        }
        ScenarioOutcome outcome = outcome(event, recorder, deposit);
        outcomes.put(outcome.id().number(), outcome);
        progress.ended(outcomes.size(), attempts * programme.size(), outcome);
    }

    private ScenarioOutcome outcome(TestCaseFinished event, Recorder recorder, Optional<Deposit> deposit) {
        TestCase test = event.getTestCase();
        ScenarioId id = programme.of(test, attempt);
        Ending ending = Ending.of(event.getResult(), recorder.rigError(), deposit.isPresent());
        List<String> tags = test.getTags().stream().map(tag -> tag.substring(1)).toList();
        List<StepOutcome> steps = recorder.steps();
        List<Attachment> attachments = new ArrayList<>(recorder.attachments());
        deposit.ifPresent(left -> attachments.addAll(left.attachments()));
        return new ScenarioOutcome(
                id,
                attempt,
                quarantine.of(id),
                tags,
                tags.stream().filter(clauses::contains).toList(),
                ending.verdict(),
                judged(ending, deposit),
                ending.reason(),
                ending.detail(),
                deposit.map(Deposit::vehicleSeconds).orElse(0.0),
                deposit.flatMap(Deposit::jitter),
                recorder.started(),
                event.getInstant(),
                deposit.map(left -> left.stepTimes().on(steps)).orElse(steps),
                attachments,
                deposit.map(Deposit::digest).orElse(""));
    }

    /** What was judged while the rig failed says nothing about a clause. */
    private static Map<String, Verdict> judged(Ending ending, Optional<Deposit> deposit) {
        return ending.verdict() == Verdict.RIG_ERROR
                ? Map.of()
                : deposit.map(Deposit::judged).orElse(Map.of());
    }
}
