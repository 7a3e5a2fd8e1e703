package dev.underpin.cli;

import dev.underpin.evidence.compare.RunFolder;
import dev.underpin.evidence.compare.ScenarioComparison;
import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code underpin compare}. */
@Command(
        name = "compare",
        description = {
            "Compares what two runs left, record by record and frame by frame: kinds, order and content, times aside.",
            "So one sees what a rig changes: the same scenarios on the virtual rig and on real media."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the scenarios that both have are the same", "1:something differs", "2:the user's mistake"})
final class CompareCommand implements Callable<Integer> {
    private static final int DIFFERENT = 1;

    @Parameters(paramLabel = "RUN1", index = "0", description = "The folder of a run, such as reports/virtual.")
    private Path one = Path.of("");

    @Parameters(paramLabel = "RUN2", index = "1", description = "The folder of another run.")
    private Path other = Path.of("");

    @Option(
            names = "--scenario",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Only scenarios whose name holds TEXT.")
    private String only = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        RunFolder first = RunFolder.read(one);
        RunFolder second = RunFolder.read(other);
        Set<String> names = chosen(first, second);
        PrintWriter out = spec.commandLine().getOut();
        boolean same = true;
        for (Map.Entry<String, Path> scenario : first.scenarios().entrySet()) {
            Path there = second.scenarios().get(scenario.getKey());
            if (there != null && names.contains(scenario.getKey())) {
                ScenarioComparison compared = ScenarioComparison.of(scenario.getKey(), scenario.getValue(), there);
                out.printf("%s%n  %s%n", compared.scenario(), compared.text().replace("\n", "\n  "));
                out.flush();
                same &= compared.same();
            }
        }
        return same ? 0 : DIFFERENT;
    }

    private Set<String> chosen(RunFolder first, RunFolder second) {
        Set<String> both = new TreeSet<>(first.scenarios().keySet());
        both.retainAll(second.scenarios().keySet());
        String part = only.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        both.removeIf(name -> !name.contains(part));
        if (both.isEmpty()) {
            throw UserMistake.saying("%s and %s: expected scenarios that both have%s, found none"
                    .formatted(one, other, only.isEmpty() ? "" : " with '" + only + "' in their names"));
        }
        return both;
    }
}
