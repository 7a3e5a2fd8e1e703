package dev.underpin.session;

import dev.underpin.judge.Clause;
import dev.underpin.report.ReportFolder;
import dev.underpin.report.RunOutcome;
import dev.underpin.report.ScenarioOutcome;
import dev.underpin.report.flake.Quarantine;
import dev.underpin.session.tiny.LampSteps;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs the tiny features of the test resources. */
final class TinyRun implements Progress {
    static final Path FEATURES = Path.of("src/test/resources/tiny");
    private static final List<Clause> CLAUSES = List.of(
            new Clause("OTA-P4", "enough battery charge"),
            new Clause("OTA-M1", "a notification"),
            new Clause("OTA-M2", "the user selects"),
            new Clause("OTA-Q1", "latest versions"),
            new Clause("OTA-Q2", "the user receives a confirmation"));

    final List<String> told = new ArrayList<>();
    private int attempts = 1;
    private Quarantine quarantine = Quarantine.NONE;

    TinyRun attempts(int number) {
        attempts = number;
        return this;
    }

    TinyRun quarantine(Quarantine some) {
        quarantine = some;
        return this;
    }

    RunOutcome run(Path out, String tags, int threads, Path... features) throws IOException {
        List<Glue> glue = IntStream.range(0, attempts).mapToObj(TinyRun::glue).toList();
        RunRequest request = new RunRequest(
                List.of(features), List.of(FEATURES), tags, "tiny", Map.of(), 7, CLAUSES, glue, quarantine, threads);
        return new Session(request, this).run(ReportFolder.at(out));
    }

    private static Glue glue(int attempt) {
        Instant start = Instant.parse("2026-11-02T07:00:00Z").plusSeconds(attempt);
        return new Glue(
                List.of("dev.underpin.session.tiny"), Map.of(LampSteps.Start.class, new LampSteps.Start(start)));
    }

    @Override
    public void begins(int scenarios, int open) {
        told.add("of " + scenarios);
        if (open > 0) {
            told.add("left out " + open);
        }
    }

    @Override
    public void ended(int done, int scenarios, ScenarioOutcome outcome) {
        told.add(done + "/" + scenarios + " " + outcome.verdict().label());
    }
}
