package dev.underpin.session;

import dev.underpin.evidence.Journal;
import dev.underpin.evidence.RunDigest;
import dev.underpin.mistake.UserMistake;
import dev.underpin.report.ReportFolder;
import dev.underpin.report.RunOutcome;
import dev.underpin.report.ScenarioOutcome;
import dev.underpin.time.Stopwatch;
import java.io.IOException;
import java.util.List;

/** Runs feature files on a rig and leaves the report. */
public final class Session {
    private final RunRequest request;
    private final Progress progress;

    public Session(RunRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs everything asked for and completes the report folder; on an error nothing is left of it.
     *
     * @throws UserMistake before the first scenario when a feature file, a step or the choice of tags does not hold
     * @throws IOException when the report cannot be written
     */
    public RunOutcome run(ReportFolder folder) throws IOException {
        RunJournal journal = new RunJournal(Keeping.evidence(folder.part("history"), request.buses()));
        Engine engine = engine(journal);
        Programme programme = Rehearsal.of(engine);
        try (folder) {
            RunOutcome outcome = perform(engine, programme, journal, folder.name());
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
        Engine engine = engine(journal);
        return perform(engine, Rehearsal.of(engine), journal, "");
    }

    private Engine engine(RunJournal journal) {
        return new Engine(
                FeatureFiles.read(request.features(), request.bases()),
                request.glue().giving(Journal.class, journal),
                request.tags());
    }

    private RunOutcome perform(Engine engine, Programme programme, RunJournal journal, String name) {
        Stopwatch wall = Stopwatch.start();
        RunListener listener = new RunListener(programme, request.clauseIds(), journal, progress);
        progress.begins(programme.size(), engine.leftOut());
        engine.run(request.threads(), listener);
        List<ScenarioOutcome> outcomes = listener.outcomes();
        return new RunOutcome(
                name,
                request.rig(),
                request.seed(),
                RunDigest.of(outcomes.stream().map(ScenarioOutcome::digest).toList()),
                wall.seconds(),
                outcomes,
                RunOutcome.clauses(request.clauseIds(), outcomes));
    }
}
