package dev.underpin.cli;

import dev.underpin.judge.Clause;
import dev.underpin.judge.Clauses;
import dev.underpin.report.ScenarioId;
import dev.underpin.session.Proofs;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code underpin clauses}. */
@Command(
        name = "clauses",
        description = "Lists the clauses of the contracts and, below each, the scenarios that prove it.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:listed", "2:the user's mistake: option, feature file"})
final class ClausesCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Feature files, or folders of them. Default: features/ of the project.")
    private List<Path> paths = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Home home = Home.ofProcess();
        Proofs proofs = Proofs.in(paths.isEmpty() ? List.of(home.file("features")) : paths, home.bases());
        PrintWriter out = spec.commandLine().getOut();
        String heading = "";
        for (Clause clause : Clauses.read(home.file("features")).all()) {
            if (!heading.equals(clause.contract())) {
                heading = clause.contract();
                out.printf("%n%s%n", heading);
            }
            out.printf("  %-8s %s: %s%n", clause.id(), clause.section(), clause.text());
            scenarios(out, proofs.of(clause.id()));
        }
        out.flush();
        return 0;
    }

    private static void scenarios(PrintWriter out, List<ScenarioId> scenarios) {
        if (scenarios.isEmpty()) {
            out.println("             no scenario proves it");
        }
        for (ScenarioId scenario : scenarios) {
            out.printf("             %s  %s:%d%n", scenario.name(), scenario.file(), scenario.line());
        }
    }
}
