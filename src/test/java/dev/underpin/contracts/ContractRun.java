package dev.underpin.contracts;

import dev.underpin.judge.Clauses;
import dev.underpin.report.ReportFolder;
import dev.underpin.report.RunOutcome;
import dev.underpin.report.ScenarioOutcome;
import dev.underpin.report.flake.Quarantine;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.bench.BenchMedia;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.session.Glue;
import dev.underpin.session.Progress;
import dev.underpin.session.RunRequest;
import dev.underpin.session.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the contracts' feature files in this process, as the command line does. */
record ContractRun(String rig, long seed, String tags, Path out) {
    private static final Path HERE = Path.of("").toAbsolutePath();

    RunOutcome go() {
        Path file = Path.of("rigs", rig + ".yaml");
        RigFile described = RigFile.read(file);
        Clauses clauses = Clauses.read(Path.of("features"));
        VirtualRig simulated = new VirtualRig(described, file, seed, Path.of("target", "images"));
        BenchProvider benches = described.tier().equals("bench") ? simulated.on(new BenchMedia()) : simulated;
        RunRequest request = new RunRequest(
                List.of(Path.of("features")),
                List.of(HERE),
                tags,
                rig,
                described.timings(),
                seed,
                clauses.all(),
                List.of(new Glue(
                        List.of("dev.underpin.steps"), Map.of(BenchProvider.class, benches, Clauses.class, clauses))),
                Quarantine.NONE,
                2);
        try {
            return new Session(request, new Silent()).run(ReportFolder.at(out));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static final class Silent implements Progress {
        @Override
        public void begins(int scenarios, int open) {}

        @Override
        public void ended(int done, int scenarios, ScenarioOutcome outcome) {}
    }
}
