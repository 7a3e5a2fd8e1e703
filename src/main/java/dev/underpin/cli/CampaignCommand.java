package dev.underpin.cli;

import dev.underpin.campaign.Canary;
import dev.underpin.campaign.Engine;
import dev.underpin.campaign.RunResult;
import dev.underpin.campaign.list.CampaignFile;
import dev.underpin.campaign.list.RunList;
import dev.underpin.campaign.store.Failure;
import dev.underpin.campaign.store.Ground;
import dev.underpin.campaign.store.Harvest;
import dev.underpin.campaign.store.Header;
import dev.underpin.campaign.store.Merge;
import dev.underpin.campaign.store.ResultFolder;
import dev.underpin.campaign.store.Summary;
import dev.underpin.campaign.store.SummaryText;
import dev.underpin.history.Digest;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.time.Nanos;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code underpin campaign}. */
@Command(
        name = "campaign",
        description = {
            "Plays flows of people while things go wrong: every moment of a sort once, and runs by chance, as a campaign's file says.",
            "Interrupted, the same command goes on where it ended. What broke is shrunk and can be replayed."
        },
        footerHeading = "%nIn the folder of results:%n",
        footer = {
            "  summary.txt, .html, .json   verdicts, coverage, what broke",
            "  results.jsonl               a line for each run; results.parquet has them as columns",
            "  failures/<nn>/plan.yaml     the smallest plan that still breaks it: underpin replay"
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all runs passed",
            "1:a run failed or proved nothing",
            "2:the user's mistake: option, campaign file, folder",
            "3:rig or harness error, another history the second time, or the canary was not caught"
        })
final class CampaignCommand implements Callable<Integer> {
    private static final int REPEATED = 5;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The campaign's file.")
    private @Nullable Path file;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of all chance. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "-1",
            description = "How many runs by chance. Default: as the file says.")
    private int runs = -1;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            defaultValue = "",
            description = "Begins no run after this time, such as 90 s, 10 min or 2 h.")
    private String duration = "";

    @Option(
            names = "--shard",
            paramLabel = "i/n",
            defaultValue = "1/1",
            description = "Plays every n-th run of the list, from the i-th on.")
    private String shard = "1/1";

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "0",
            description = "Runs at a time. Default: one for each core.")
    private int workers;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the results go. Default: reports/<campaign>-seed<N>.")
    private @Nullable Path out;

    @Option(
            names = "--defect",
            paramLabel = "ID",
            defaultValue = "",
            description =
                    "Switches a known defect of vehicle or cloud on (bench detection names them), to see it found.")
    private String defect = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = Home.ofProcess();
        Path source = source();
        CampaignFile campaign = CampaignFile.read(source);
        Path rigFile = campaign.rig() == null ? home.file("rigs/virtual.yaml") : source.resolveSibling(campaign.rig());
        VirtualRig rig = new VirtualRig(RigFile.read(rigFile), rigFile, seed, home.file("target/images"));
        Shard part = Shard.of(shard);
        double limit =
                duration.isEmpty() ? Double.POSITIVE_INFINITY : Nanos.toSeconds(Lasting.nanos("--for", duration));
        RunList list = RunList.of(campaign, rig, seed, runs);
        Ground ground = new Ground(home.ofProject(rigFile), seed, defect);
        Header header = new Header(
                ground.nameOf(campaign.name()),
                Digest.of(Files.readAllBytes(source)),
                seed,
                list.size(),
                part.number(),
                part.of());
        Path folder = out == null
                ? home.file("reports/%s-seed%d".formatted(header.campaign().replace(' ', '-'), seed))
                : out;
        Engine engine = new Engine(Defects.on(rig, defect), list);
        CampaignProgress progress = new CampaignProgress(spec.commandLine().getOut());
        try (ResultFolder results = ResultFolder.open(folder, header)) {
            progress.begins(list.size(), header, results.all().size());
            engine.play(results, header, cores(), limit, progress);
            Summary summary = Summary.of(header, results.all(), checks(engine, list, rig, results.all()));
            summary.write(folder, results.all());
            List<Harvest.Sheaf> sheaves =
                    new Harvest(list, ground, engine::result).bring(results.all(), summary.failures(), folder);
            close(summary, sheaves, home.shown(folder));
            return ExitCode.of(summary.verdict());
        }
    }

    /** Asked for here and not by picocli, which would ask for it before a sub-command too. */
    private Path source() {
        if (file == null) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'FILE'");
        }
        return file;
    }

    @Command(
            name = "merge",
            description = "Joins the shards of a campaign; refuses one that is twice there or of another campaign.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:all runs passed",
                "1:a run failed or proved nothing",
                "2:shards that do not belong together",
                "3:a run ended in a rig or harness error"
            })
    int merge(
            @Parameters(paramLabel = "DIR", arity = "1..*", description = "The shards' folders.") List<Path> shards,
            @Option(names = "--out", paramLabel = "DIR", required = true, description = "A new folder for all of them.")
                    Path into)
            throws IOException {
        Summary.Checks checks = Merge.checks(shards);
        try (ResultFolder whole = Merge.of(shards, into)) {
            Summary summary = Summary.of(ResultFolder.header(into), whole.all(), checks);
            summary.write(into, whole.all());
            close(summary, List.of(), into);
            return ExitCode.of(summary.verdict());
        }
    }

    private int cores() {
        return workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
    }

    /** Some runs once more, spread over the list, and the vehicle that lies. */
    private static Summary.Checks checks(Engine engine, RunList list, VirtualRig rig, List<RunResult> results) {
        List<RunResult> sample = new ArrayList<>();
        for (int i = 0; i < REPEATED && i < results.size(); i++) {
            sample.add(results.get((int) ((long) i * results.size() / Math.min(REPEATED, results.size()))));
        }
        List<Integer> differed = sample.stream()
                .filter(result ->
                        !engine.result(list.get(result.index())).digest().equals(result.digest()))
                .map(RunResult::index)
                .toList();
        return new Summary.Checks(sample.size(), differed, Canary.caught(rig));
    }

    private void close(Summary summary, List<Harvest.Sheaf> sheaves, Path folder) {
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        out.print(SummaryText.of(summary));
        for (Harvest.Sheaf sheaf : sheaves) {
            Failure failure = sheaf.failure();
            out.printf(
                    "%n%s%n  faults: %d, shrunk to %d%n  underpin replay %s%n",
                    failure.what(), sheaf.before(), sheaf.after(), sheaf.plan());
        }
        out.printf("%n%s, in %s%n", summary.verdict(), folder.resolve("summary.html"));
        out.flush();
    }
}
