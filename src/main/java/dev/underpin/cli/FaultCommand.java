package dev.underpin.cli;

import dev.underpin.fault.FaultKind;
import dev.underpin.fault.FaultWords;
import dev.underpin.fault.Phase;
import dev.underpin.fault.Seam;
import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.Reach;
import dev.underpin.rig.RigFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code underpin fault}. */
@Command(
        name = "fault",
        description = "Explains the faults that plans can name.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  underpin fault list              every kind, seam by seam",
            "  underpin fault show flash-cut    its parameters, a line for a plan, which rigs can inject it"
        })
final class FaultCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command: list or show");
    }

    @Command(
            name = "list",
            description = "Lists the kinds of faults, seam by seam.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = "0:listed")
    int list() {
        PrintWriter out = spec.commandLine().getOut();
        for (Seam seam : Seam.values()) {
            out.printf("%n%s (@needs-%s)%n", seam.name().toLowerCase(Locale.ROOT), seam.capability());
            FaultKind.all().stream()
                    .filter(kind -> kind.seam() == seam)
                    .forEach(kind -> out.printf(
                            "  %-22s %s%n", kind.id(), FaultWords.of(kind).summary()));
        }
        out.printf(
                "%n%d kinds. 'underpin fault show KIND' explains one.%n",
                FaultKind.all().size());
        out.flush();
        return 0;
    }

    @Command(
            name = "show",
            description = "Explains a kind of fault: its parameters, a line for a plan, and which rigs can inject it.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:shown", "2:the user's mistake: no such kind, or a damaged rig file"})
    int show(@Parameters(paramLabel = "KIND", description = "The kind, such as supply-cut.") String name) {
        FaultKind kind = FaultKind.named(name).orElseThrow(() -> unknown(name));
        FaultWords words = FaultWords.of(kind);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s: %s%n%n", kind.id(), words.summary());
        words.parameters().forEach((parameter, meaning) -> out.printf("  %-20s %s%n", parameter, meaning));
        out.printf("%nIn a plan:%n%n  - fault: %s%n", kind.id());
        words.parameters().keySet().forEach(parameter -> out.printf("    %s: ...%n", parameter));
        out.printf(
                "    when: {phase: transfer, of: BMS, after: 100 ms} # or at: 12 s, or record: HTTP with where: {...}%n");
        out.printf("    for: 3 s # without it, until the plan ends%n%n");
        out.printf("Phases: %s%n", Stream.of(Phase.values()).map(Phase::id).collect(Collectors.joining(", ")));
        out.printf("Rigs that can inject it: %s%n", rigs(kind));
        out.flush();
        return 0;
    }

    private static UserMistake unknown(String name) {
        List<String> alike = FaultKind.all().stream()
                .map(FaultKind::id)
                .filter(id -> Arrays.stream(name.split("-")).anyMatch(id::contains))
                .toList();
        String hint = alike.isEmpty() ? "'underpin fault list' names them" : "perhaps " + String.join(", ", alike);
        return UserMistake.saying("expected a kind of fault, found '%s': %s".formatted(name, hint));
    }

    private static String rigs(FaultKind kind) {
        Path folder = Home.ofProcess().file("rigs");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> able = files.filter(FaultCommand::isRig)
                    .sorted()
                    .map(RigFile::read)
                    .filter(rig -> Reach.of(rig).lacks(kind.seam()).isEmpty())
                    .map(RigFile::name)
                    .toList();
            return able.isEmpty() ? "none" : String.join(", ", able);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isRig(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return file.toString().endsWith(".yaml") && lines.anyMatch(line -> line.startsWith("rig:"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
