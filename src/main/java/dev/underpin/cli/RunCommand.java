package dev.underpin.cli;

import dev.underpin.judge.Clauses;
import dev.underpin.report.ReportFolder;
import dev.underpin.report.RunOutcome;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.session.Glue;
import dev.underpin.session.RunRequest;
import dev.underpin.session.Session;
import dev.underpin.time.WallClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code underpin run}. */
@Command(
        name = "run",
        description = "Runs feature files on a rig, shows each scenario's verdict as it ends, and leaves a report.",
        footerHeading = "%nThe report, in reports/<run>/ or DIR:%n",
        footer = {
            "  allure-report/index.html   to read, one file",
            "  summary.json, junit.xml    for machines",
            "  history/<scenario>/        all that was observed: record.jsonl, and for each",
            "                             bus its bus.log as candump writes it",
            "  allure-results/            what the report was made from"
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all passed",
            "1:a scenario failed or proved nothing",
            "2:the user's mistake: option, rig file, feature file, image",
            "3:rig or harness error"
        })
final class RunCommand implements Callable<Integer> {
    private static final int MAX_THREADS = 8;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Feature files, or folders of them. Default: features/ of the project.")
    private List<Path> paths = List.of();

    @Option(
            names = "--rig",
            paramLabel = "FILE",
            description = "The rig to run on. Default: rigs/virtual.yaml of the project.")
    private @Nullable Path rig;

    @Option(
            names = "--tags",
            paramLabel = "EXPR",
            defaultValue = "",
            description = "Only scenarios whose tags match, such as \"@OTA-M3 or @OTS-A2S\", \"not @slow\".")
    private String tags = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Seed of all chance. The same seed gives the same run, byte for byte. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where the report goes; an earlier report there is replaced. Default: reports/<time>-seed<N>.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Home home = Home.ofProcess();
        Path rigFile = rig == null ? home.file("rigs/virtual.yaml") : rig;
        RigFile described = RigFile.read(rigFile);
        BenchProvider benches = Rigs.benches(described, rigFile, seed, home.file("target/images"));
        Clauses clauses = Clauses.read(home.file("features"));
        RunRequest request = new RunRequest(
                paths.isEmpty() ? List.of(home.file("features")) : paths,
                home.bases(),
                tags,
                described.name(),
                described.timings(),
                seed,
                clauses.all(),
                new Glue(List.of("dev.underpin.steps"), Map.of(BenchProvider.class, benches, Clauses.class, clauses)),
                Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MAX_THREADS));
        ReportFolder folder =
                out == null ? ReportFolder.below(home.file("reports"), WallClock.now(), seed) : ReportFolder.at(out);
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        RunOutcome outcome = new Session(request, terminal).run(folder);
        terminal.close(outcome, home.shown(folder.place()));
        return ExitCode.of(outcome.verdict());
    }
}
