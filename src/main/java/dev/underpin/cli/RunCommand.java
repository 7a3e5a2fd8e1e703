package dev.underpin.cli;

import dev.underpin.evidence.compare.RunFolder;
import dev.underpin.judge.Clauses;
import dev.underpin.mistake.UserMistake;
import dev.underpin.report.ReportFolder;
import dev.underpin.report.RunOutcome;
import dev.underpin.report.flake.Quarantine;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.health.RigWatch;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.session.Glue;
import dev.underpin.session.Proofs;
import dev.underpin.session.RunRequest;
import dev.underpin.session.Session;
import dev.underpin.time.WallClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
            "1:a scenario failed or proved nothing, or a quarantine is over",
            "2:the user's mistake: option, rig file, feature file, quarantine, image",
            "3:rig or harness error",
            "143:ended by SIGTERM or Ctrl-C: bench left safe, report written"
        })
final class RunCommand implements Callable<Integer> {
    /** Where the steps of scenarios are. */
    static final List<String> STEPS = List.of("dev.underpin.steps");

    private static final int MAX_THREADS = 8;
    private static final int MAX_ATTEMPTS = 1000;
    private static final String QUARANTINE = "features/quarantine.yaml";
    /** How long leaving the bench safe and writing the report may take, seconds. */
    private static final int PATIENCE_SECONDS = 120;

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

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description = {
                "Runs every scenario N times and tells how often it passed: with the seed, then with the next one, and so on.",
                "Every attempt counts; one that fails fails the run."
            })
    private int repeat = 1;

    @Option(
            names = "--quarantine",
            paramLabel = "FILE",
            description =
                    "Scenarios that do not fail the run. Default: " + QUARANTINE + " of the project, if it is there.")
    private @Nullable Path quarantine;

    @Option(
            names = "--compare",
            paramLabel = "RUN",
            description = "The folder of an earlier run: beside each scenario the report shows what differs from it.")
    private @Nullable Path compare;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (repeat < 1 || repeat > MAX_ATTEMPTS) {
            throw UserMistake.saying("--repeat: expected 1 to %d, found %d".formatted(MAX_ATTEMPTS, repeat));
        }
        Home home = Home.ofProcess();
        Path rigFile = rig == null ? home.file("rigs/virtual.yaml") : rig;
        RigFile described = RigFile.read(rigFile);
        ReportFolder folder =
                out == null ? ReportFolder.below(home.file("reports"), WallClock.now(), seed) : ReportFolder.at(out);
        RigWatch watch = new RigWatch(described.isShared());
        VirtualRig benches = Rigs.benches(described, rigFile, seed, home.file("target/images"));
        RunRequest request = request(home, described, watch, benches);
        AtomicInteger code = new AtomicInteger();
        EndRequest.during(
                () -> {
                    try (Tenancy tenancy = Tenancy.begin(described, rigFile, folder.name(), spec.commandLine())) {
                        tenancy.tell(watch.check(benches));
                        code.set(run(request, folder, home));
                    }
                },
                watch::end,
                PATIENCE_SECONDS,
                EndRequest.ENDED);
        return code.get();
    }

    private int run(RunRequest request, ReportFolder folder, Home home) throws IOException {
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        Session session = new Session(request, terminal);
        RunOutcome outcome = (compare == null ? session : session.comparedWith(RunFolder.read(compare))).run(folder);
        terminal.close(outcome, home.shown(folder.place()));
        return ExitCode.of(outcome);
    }

    private RunRequest request(Home home, RigFile described, RigWatch watch, VirtualRig benches) {
        Clauses clauses = Clauses.read(home.file("features"));
        List<Path> features = paths.isEmpty() ? List.of(home.file("features")) : paths;
        List<Glue> attempts = LongStream.range(seed, seed + repeat)
                .mapToObj(each -> new Glue(
                        STEPS, Map.of(BenchProvider.class, watch.over(benches.seeded(each)), Clauses.class, clauses)))
                .toList();
        return new RunRequest(
                features,
                home.bases(),
                tags,
                described.name(),
                described.timings(),
                seed,
                clauses.all(),
                attempts,
                quarantine(home, features),
                described.onRealMedia() ? 1 : Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MAX_THREADS));
    }

    /** What is in quarantine today; each entry has to mean a scenario of the project or of this run. */
    private Quarantine quarantine(Home home, List<Path> features) {
        Path file = quarantine == null ? home.file(QUARANTINE) : quarantine;
        if (quarantine == null && !Files.exists(file)) {
            return Quarantine.NONE;
        }
        Quarantine read = Quarantine.read(file, LocalDate.ofInstant(WallClock.now(), ZoneOffset.UTC));
        if (!read.entries().isEmpty()) {
            List<Path> all = Stream.concat(Stream.of(home.file("features")), features.stream())
                    .toList();
            read.requireKnown(Proofs.in(all, home.bases()).all());
        }
        return read;
    }
}
