package dev.underpin.session;

import dev.underpin.evidence.Journal;
import dev.underpin.evidence.RunDigest;
import dev.underpin.evidence.compare.RunFolder;
import dev.underpin.mistake.UserMistake;
import dev.underpin.report.ReportFolder;
import dev.underpin.report.RunOutcome;
import dev.underpin.report.ScenarioOutcome;
import dev.underpin.steps.ScenarioAhead;
import dev.underpin.time.Stopwatch;
import io.cucumber.core.gherkin.Feature;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs feature files on a rig and leaves the report. */
public final class Session {
    private final RunRequest request;
    private final Progress progress;
    private final @Nullable RunFolder reference;

    public Session(RunRequest request, Progress progress) {
        this(request, progress, null);
    }

    private Session(RunRequest request, Progress progress, @Nullable RunFolder reference) {
        this.request = request;
        this.progress = progress;
        this.reference = reference;
    }

    /** The same session, which shows beside each scenario what differs from an earlier run of it. */
    public Session comparedWith(RunFolder earlier) {
        return new Session(request, progress, earlier);
    }

    /**
     * Runs everything asked for and completes the report folder; on an error nothing is left of it.
     *
     * @throws UserMistake before the first scenario when a feature file, a step or the choice of tags does not hold
     * @throws IOException when the report cannot be written
     */
    public RunOutcome run(ReportFolder folder) throws IOException {
        RunJournal journal = new RunJournal(Keeping.evidence(folder.part("history"), request.buses(), reference));
        List<Engine> engines = engines(journal);
        Programme programme = Rehearsal.of(engines.getFirst());
        try (folder) {
            RunOutcome outcome = perform(engines, programme, journal, folder.name());
            folder.complete(outcome, request.clauses());
            return outcome;
        }
    }

    /**
     * Runs everything asked for, for the verdicts alone: nothing is written, the scenarios' digests are empty.
     *
     * @throws UserMistake before the first scenario when a feature file, a step or the choice of tags does not hold
     */
    public RunOutcome judge() {
        RunJournal journal = new RunJournal(Keeping.verdicts());
        List<Engine> engines = engines(journal);
        return perform(engines, Rehearsal.of(engines.getFirst()), journal, "");
    }

    /** One for each attempt. */
    private List<Engine> engines(RunJournal journal) {
        List<Feature> features = FeatureFiles.read(request.features(), request.bases());
        return request.attempts().stream()
                .map(glue -> new Engine(
                        features,
                        glue.giving(Journal.class, journal).giving(ScenarioAhead.class, journal),
                        request.tags()))
                .toList();
    }

    private RunOutcome perform(List<Engine> engines, Programme programme, RunJournal journal, String name) {
        Stopwatch wall = Stopwatch.start();
        RunListener listener = new RunListener(programme, request, journal, progress);
        progress.begins(engines.size() * programme.size(), engines.getFirst().leftOut());
        for (Engine engine : engines) {
            listener.nextAttempt();
            engine.run(request.threads(), listener);
        }
        List<ScenarioOutcome> outcomes = listener.outcomes();
        return new RunOutcome(
                name,
                request.rig(),
                request.seed(),
                RunDigest.of(outcomes.stream().map(ScenarioOutcome::digest).toList()),
                wall.seconds(),
                engines.size(),
                outcomes,
                request.quarantine(),
                RunOutcome.clauses(request.clauseIds(), outcomes));
    }
}
