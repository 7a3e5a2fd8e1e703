package dev.underpin.cli;

import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.BenchProvider;
import java.nio.file.Path;

/** From a rig file to its benches. */
final class Rigs {
    private Rigs() {}

    static BenchProvider benches(RigFile rig, Path file, long seed) {
        return scenario -> {
            throw new IllegalStateException("no bench yet for " + rig.name() + " " + file + " " + seed);
        };
    }
}
