package dev.underpin.cli;

import dev.underpin.rig.RigFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The rig from which names and bit rates of buses are taken. */
final class RigOption {
    @Option(
            names = "--rig",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The rig that knows the buses and control units. Default: rigs/virtual.yaml of the project.")
    private @Nullable Path rig;

    Path file(Home home) {
        return rig == null ? home.file("rigs/virtual.yaml") : rig;
    }

    RigFile read(Home home) {
        return RigFile.read(file(home));
    }
}
