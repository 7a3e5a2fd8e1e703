package dev.underpin.cli;

import dev.underpin.campaign.Engine;
import dev.underpin.campaign.Replay;
import dev.underpin.campaign.RunPlan;
import dev.underpin.campaign.RunResult;
import dev.underpin.campaign.store.RunFile;
import dev.underpin.judge.Verdict;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.rig.virtual.VirtualRig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code underpin replay}. */
@Command(
        name = "replay",
        description = {
            "Plays a run of a campaign again: the same history, byte for byte.",
            "With --until it stops there and tells the state of every control unit, the screens and the last frames."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the run passed, or was stopped",
            "1:the run failed or proved nothing",
            "2:the user's mistake: option, file",
            "3:rig or harness error, or another history than the file says"
        })
final class ReplayCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PLAN|DIR",
            description = "A plan.yaml with its run.yaml beside it, or the folder of both.")
    private @Nullable Path path;

    @Option(
            names = "--until",
            paramLabel = "MOMENT",
            defaultValue = "",
            description = "Stops at that vehicle time, such as 12.5 s.")
    private String until = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Home home = Home.ofProcess();
        Path source = Objects.requireNonNull(path);
        RunFile file = RunFile.read(source);
        RunPlan plan = file.plan(source);
        Path rigFile = home.file(file.rig());
        VirtualRig rig = new VirtualRig(RigFile.read(rigFile), rigFile, file.seed(), home.file("target/images"));
        BenchProvider benches = Defects.on(rig, file.defect());
        PrintWriter out = spec.commandLine().getOut();
        if (!until.isEmpty()) {
            new Replay(plan).until(Lasting.nanos("--until", until), benches).forEach(out::println);
            out.flush();
            return 0;
        }
        RunResult result = Engine.result(plan, benches);
        boolean same = file.digest().isEmpty() || file.digest().equals(result.digest());
        out.printf(
                Locale.ROOT,
                "%s: %s, %s after %.3f s%n",
                file.run(),
                result.verdict(),
                result.end(),
                result.vehicleSeconds());
        result.broken()
                .forEach(broken -> out.printf("  %s %s: %s%n", broken.verdict(), broken.promise(), broken.reason()));
        out.printf("digest %s%s%n", result.digest(), same ? "" : ", another than the file's " + file.digest());
        out.flush();
        return same ? ExitCode.of(result.verdict()) : Verdict.HARNESS_ERROR.exitCode();
    }
}
