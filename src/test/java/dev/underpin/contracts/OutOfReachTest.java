package dev.underpin.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.fault.Fault;
import dev.underpin.fault.OutOfReach;
import dev.underpin.judge.Clauses;
import dev.underpin.judge.Verdict;
import dev.underpin.report.RunOutcome;
import dev.underpin.report.ScenarioOutcome;
import dev.underpin.report.flake.Quarantine;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.BenchAround;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.session.Glue;
import dev.underpin.session.Progress;
import dev.underpin.session.RunRequest;
import dev.underpin.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Scenarios whose faults the rig cannot bring to their target. */
class OutOfReachTest {
    private static final Path FILE = Path.of("rigs", "virtual.yaml");

    /** A bench that reaches no frame of BRK. */
    private record Short(Bench bench) implements BenchAround {
        @Override
        public List<String> outOfReach(Supplier<List<Fault>> ahead) {
            return ahead.get().stream()
                    .filter(fault -> fault.target().startsWith("BRK"))
                    .map(fault -> OutOfReach.told(fault, "needs a man"))
                    .toList();
        }
    }

    @Test
    void they_are_not_run_at_all_and_say_why() {
        RunOutcome run = run("@B4", "features/remote-diagnostics/transport-faults.feature");

        assertThat(run.scenarios()).hasSize(8).allSatisfy(scenario -> {
            assertThat(scenario.verdict()).isEqualTo(Verdict.NOT_RUN);
            assertThat(scenario.reason()).matches("this rig cannot inject \\S+ BRK.*: needs a man");
            assertThat(scenario.vehicleSeconds()).isZero();
        });
    }

    private static RunOutcome run(String tags, String feature) {
        RigFile rig = RigFile.read(FILE);
        VirtualRig virtual = new VirtualRig(rig, FILE, 1, Path.of("target", "images"));
        BenchProvider benches = scenario -> new Short(virtual.bench(scenario));
        Clauses clauses = Clauses.read(Path.of("features"));
        RunRequest request = new RunRequest(
                List.of(Path.of(feature)),
                List.of(Path.of("").toAbsolutePath()),
                tags,
                rig.name(),
                rig.timings(),
                1,
                clauses.all(),
                List.of(new Glue(
                        List.of("dev.underpin.steps"), Map.of(BenchProvider.class, benches, Clauses.class, clauses))),
                Quarantine.NONE,
                1);
        return new Session(request, new Silent()).judge();
    }

    private static final class Silent implements Progress {
        @Override
        public void begins(int scenarios, int open) {}

        @Override
        public void ended(int done, int scenarios, ScenarioOutcome outcome) {}
    }
}
