package dev.underpin.defects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.cloud.Seams;
import dev.underpin.judge.Clauses;
import dev.underpin.judge.Verdict;
import dev.underpin.report.ReportFolder;
import dev.underpin.report.RunOutcome;
import dev.underpin.report.ScenarioOutcome;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.session.Glue;
import dev.underpin.session.Progress;
import dev.underpin.session.RunRequest;
import dev.underpin.session.Session;
import dev.underpin.vehicle.Fitting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each defect is found, and the failure says which promise it breaks. */
class DefectsTest {
    private static final Path RIG = Path.of("rigs/virtual.yaml");
    private static final Clauses CLAUSES = Clauses.read(Path.of("features"));
    private static final VirtualRig SOUND = new VirtualRig(RigFile.read(RIG), RIG, 1, Path.of("target/images"));

    @TempDir
    private Path place;

    static Stream<Defect> defects() {
        return Catalogue.all().stream();
    }

    static Stream<String> features() {
        return defects().map(Defect::feature).distinct();
    }

    @ParameterizedTest
    @MethodSource("defects")
    void each_defect_turns_a_scenario_to_fail_and_names_the_broken_promise(Defect defect) throws IOException {
        RunOutcome outcome = run(defect.feature(), defect.tags(), defect.fitting(), defect.seams());
        assertThat(outcome.scenarios())
                .as(said(outcome))
                .anyMatch(it -> it.verdict() == Verdict.FAIL
                        && (it.reason() + it.detail()).matches("(?s).*\\b" + defect.broken() + "\\b.*"));
        assertThat(outcome.verdict()).as(said(outcome)).isEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest
    @MethodSource("features")
    void without_a_defect_the_same_scenarios_pass(String feature) throws IOException {
        String tags = defects()
                .filter(it -> it.feature().equals(feature))
                .map(it -> "(" + it.tags() + ")")
                .distinct()
                .collect(Collectors.joining(" or "));
        RunOutcome outcome = run(feature, tags, Fitting.STANDARD, Seams.standard());
        assertThat(outcome.verdict()).as(said(outcome)).isEqualTo(Verdict.PASS);
    }

    private RunOutcome run(String feature, String tags, Fitting fitting, Seams seams) throws IOException {
        BenchProvider benches = SOUND.with(fitting, seams);
        RunRequest request = new RunRequest(
                List.of(Path.of("features").resolve(feature)),
                List.of(Path.of("").toAbsolutePath()),
                tags,
                "virtual",
                Map.of(),
                1,
                CLAUSES.all(),
                new Glue(List.of("dev.underpin.steps"), Map.of(BenchProvider.class, benches, Clauses.class, CLAUSES)),
                1);
        return new Session(request, new Quiet()).run(ReportFolder.at(place.resolve("report")));
    }

    private static String said(RunOutcome outcome) {
        return outcome.scenarios().stream()
                .map(it -> it.id() + ": " + it.verdict() + ": " + it.reason())
                .collect(Collectors.joining("\n"));
    }

    private static final class Quiet implements Progress {
        @Override
        public void begins(int scenarios, int open) {}

        @Override
        public void ended(int done, int scenarios, ScenarioOutcome outcome) {}
    }
}
