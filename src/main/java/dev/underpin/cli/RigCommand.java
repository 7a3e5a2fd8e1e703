package dev.underpin.cli;

import dev.underpin.rig.RigFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code underpin rig}. */
@Command(
        name = "rig",
        description = "Works on rig files.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class RigCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command: check");
    }

    @Command(
            name = "check",
            description = {
                "Checks a rig file against its schema, and that the files it names are there.",
                "What is wrong is said with file, line, field, what was expected and what was found."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:the rig file is right", "2:it is not"})
    int check(@Parameters(paramLabel = "FILE", description = "The rig file.") Path file) {
        RigFile rig = RigFile.read(file);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: a %s rig, \"%s\": buses %s; control units %s%n",
                file,
                rig.tier(),
                rig.name(),
                String.join(", ", rig.buses().keySet()),
                String.join(", ", rig.ecus().keySet()));
        out.flush();
        return 0;
    }
}
