package dev.underpin.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code underpin rig}. */
@Command(
        name = "rig",
        description = "Writes and checks rig files, looks whether a rig is fit, gives benches back.",
        subcommands = {RigInitCommand.class, RigCheckCommand.class, RigHealthCommand.class, RigReleaseCommand.class},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class RigCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command: init, check, health or release");
    }
}
