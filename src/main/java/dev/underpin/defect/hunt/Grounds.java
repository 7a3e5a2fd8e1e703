package dev.underpin.defect.hunt;

import dev.underpin.judge.Clauses;
import dev.underpin.report.RunOutcome;
import dev.underpin.report.flake.Quarantine;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.session.Glue;
import dev.underpin.session.Progress;
import dev.underpin.session.RunRequest;
import dev.underpin.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where hunts take place: the virtual rig with its sound vehicle, and the feature files. Threading: any thread.
 *
 * @param rig the rig
 * @param features the folder of the feature files and clauses
 * @param clauses the clauses of the contracts
 */
public record Grounds(VirtualRig rig, Path features, Clauses clauses) {
    /**
     * Plays scenarios, one after the other on this thread.
     *
     * @param files feature files or folders, below {@link #features}
     * @param tags which of their scenarios, as a tag expression; empty for all
     */
    RunOutcome play(List<String> files, String tags, BenchProvider benches, Progress progress) {
        RunRequest request = new RunRequest(
                files.stream().map(features::resolve).toList(),
                List.of(Path.of("").toAbsolutePath()),
                tags,
                "virtual",
                Map.of(),
                1,
                clauses.all(),
                List.of(new Glue(
                        List.of("dev.underpin.steps"), Map.of(BenchProvider.class, benches, Clauses.class, clauses))),
                Quarantine.NONE,
                1);
        return new Session(request, progress).judge();
    }
}
