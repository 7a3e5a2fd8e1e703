package dev.underpin.cli;

import dev.underpin.rig.RigFile;
import dev.underpin.rig.health.HealthFinding;
import dev.underpin.rig.health.HealthReport;
import dev.underpin.rig.health.RigWatch;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code underpin rig health}. */
@Command(
        name = "health",
        description = {
            "Looks whether a rig is fit for a run, as each run does before its first scenario, and shows what it found:",
            "buses up and quiet of errors, each control unit there with the expected identity and firmware and in its"
                    + " default session, supply within limits, cloud answering. A bench is leased for it."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the rig is fit",
            "2:the user's mistake: rig file",
            "3:the rig is not fit, or somebody else has it"
        })
final class RigHealthCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The rig file.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        RigFile rig = RigFile.read(file);
        try (Tenancy tenancy = Tenancy.begin(rig, file, "rig health", spec.commandLine())) {
            HealthReport report = new RigWatch(rig.isShared())
                    .check(Rigs.benches(rig, file, 1, Home.ofProcess().file("target/images")));
            show(report, spec.commandLine().getOut());
            tenancy.tell(report);
            return report.sound() ? 0 : Underpin.TROUBLE;
        }
    }

    private static void show(HealthReport report, PrintWriter out) {
        int subject = report.findings().stream()
                .mapToInt(it -> it.subject().length())
                .max()
                .orElse(0);
        int expected = report.findings().stream()
                .mapToInt(it -> it.expected().length())
                .max()
                .orElse(0);
        String layout = "%s  %-" + subject + "s  %-" + expected + "s  %s%n";
        out.printf(layout, "     ", "what", "expected", "found");
        for (HealthFinding finding : report.findings()) {
            String mark = finding.sound() ? "@|green right|@" : "@|magenta WRONG|@";
            out.printf(layout, Ansi.AUTO.string(mark), finding.subject(), finding.expected(), finding.found());
        }
    }
}
