package dev.underpin.cli;

import dev.underpin.bench.BusBenchmark;
import dev.underpin.bench.CampaignBenchmark;
import dev.underpin.bench.IsoTpBenchmark;
import dev.underpin.rig.RigFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code underpin bench}. */
@Command(
        name = "bench",
        description = "Measures Underpin itself on this machine: its speed, and how good it is at finding defects.",
        subcommands = {DetectionCommand.class, MediaBenchCommand.class},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "expected a command: bus, isotp, media, campaign or detection");
    }

    @Command(
            name = "bus",
            description = {
                "Measures the virtual CAN bus: 500 kbit/s, 20 nodes with 6 messages of 8 bytes each at a bus load of 0.7,",
                "exact frame lengths, arbitration and fault confinement, every frame delivered to 19 listeners.",
                "The bare loop of the same run takes the next message from a heap and works out its length, nothing else."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = "0:measured")
    int bus(@Option(names = "--json", description = "Print the figures as JSON.") boolean json) {
        BusBenchmark.Figures figures = new BusBenchmark().measure();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> keys = new LinkedHashMap<>();
            keys.put("machine", machine());
            keys.put("frames_per_second", Math.round(figures.framesPerSecond()));
            keys.put("bare_loop_frames_per_second", Math.round(figures.bareLoopFramesPerSecond()));
            keys.put("ratio", Math.round(figures.ratio() * 1000) / 1000.0);
            keys.put("bytes_allocated_per_frame", Math.round(figures.bytesAllocated() * 1000) / 1000.0);
            keys.put("with_history_frames_per_second", Math.round(figures.withHistoryFramesPerSecond()));
            out.println(new JsonMapper().writeValueAsString(keys));
        } else {
            out.printf("%s%n", machine());
            line(out, "virtual bus", figures.framesPerSecond(), figures);
            line(out, "with the history kept", figures.withHistoryFramesPerSecond(), figures);
            line(out, "bare loop", figures.bareLoopFramesPerSecond(), figures);
            out.printf(Locale.ROOT, "%-24s %12.3f bytes per frame%n", "allocated", figures.bytesAllocated());
        }
        out.flush();
        return 0;
    }

    @Command(
            name = "isotp",
            description = {
                "Measures ISO-TP between two endpoints alone on a virtual bus: transfers of 4095 bytes, each answered, block size 0, STmin 0;",
                "classical frames at 500 kbit/s (the figures of --json) and CAN FD frames of 64 bytes at 500 kbit/s and 2 Mbit/s.",
                "The line carries at best full consecutive frames back to back; the bare bus carries them without ISO-TP."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = "0:measured")
    int isotp(@Option(names = "--json", description = "Print the figures as JSON.") boolean json) {
        IsoTpBenchmark.Figures classic = IsoTpBenchmark.classic();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> keys = new LinkedHashMap<>();
            keys.put("line_share", Math.round(classic.lineShare() * 10000) / 10000.0);
            keys.put("payload_bytes_per_second", Math.round(classic.bytesPerSecond()));
            keys.put("consecutive_frames_per_second", Math.round(classic.consecutiveFramesPerSecond()));
            keys.put("bytes_allocated_per_frame", Math.round(classic.bytesAllocated() * 1000) / 1000.0);
            out.println(new JsonMapper().writeValueAsString(keys));
        } else {
            out.printf("%s%n", machine());
            transfer(out, "8-byte frames, 500 kbit/s", classic);
            transfer(out, "64-byte CAN FD frames, 500 kbit/s and 2 Mbit/s", IsoTpBenchmark.fd());
        }
        out.flush();
        return 0;
    }

    @Command(
            name = "campaign",
            description = {
                "Measures runs of a campaign: an update of every control unit with flash, in small images, each run a world of its own",
                "from the release to verdict and digest, by one worker and by two."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:measured", "2:the rig's files do not hold"})
    int campaign(@Option(names = "--json", description = "Print the figures as JSON.") boolean json)
            throws InterruptedException {
        Home home = Home.ofProcess();
        Path rig = home.file("rigs/virtual.yaml");
        CampaignBenchmark.Figures figures =
                new CampaignBenchmark(Rigs.benches(RigFile.read(rig), rig, 1, home.file("target/images"))).measure();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> keys = new LinkedHashMap<>();
            keys.put("flows_per_second_per_core", Math.round(figures.flowsPerSecondPerCore() * 10) / 10.0);
            keys.put("vehicle_seconds_per_wall_second", Math.round(figures.vehicleSecondsPerWallSecond()));
            keys.put("scaling_1_to_2", Math.round(figures.scaling() * 100) / 100.0);
            keys.put("bytes_retained_per_run", Math.round(figures.bytesRetainedPerRun()));
            out.println(new JsonMapper().writeValueAsString(keys));
        } else {
            out.printf("%s%n", machine());
            out.printf(
                    Locale.ROOT,
                    "%-24s %12.1f per second and core%n",
                    "whole updates",
                    figures.flowsPerSecondPerCore());
            out.printf(
                    Locale.ROOT,
                    "%-24s %,12.0f per second%n",
                    "vehicle seconds",
                    figures.vehicleSecondsPerWallSecond());
            out.printf(Locale.ROOT, "%-24s %12.2f%n", "two workers over one", figures.scaling());
            out.printf(
                    Locale.ROOT,
                    "%-24s %,12.0f bytes per run, over %,d runs%n",
                    "retained",
                    figures.bytesRetainedPerRun(),
                    figures.runs());
        }
        out.flush();
        return 0;
    }

    private static void transfer(PrintWriter out, String what, IsoTpBenchmark.Figures figures) {
        out.printf("%s%n", what);
        out.printf(
                Locale.ROOT,
                "  vehicle time  %,12.0f bytes/s of %,.0f that the line carries: %.4f%n",
                figures.payload(),
                figures.linePayload(),
                figures.lineShare());
        out.printf(
                Locale.ROOT,
                "  wall time     %,12.0f bytes/s, %,.0f consecutive frames/s; bare bus %,.0f frames/s%n",
                figures.bytesPerSecond(),
                figures.consecutiveFramesPerSecond(),
                figures.bareFramesPerSecond());
        out.printf(Locale.ROOT, "  allocated     %12.3f bytes per consecutive frame%n", figures.bytesAllocated());
    }

    private static void line(PrintWriter out, String what, double rate, BusBenchmark.Figures figures) {
        out.printf(
                Locale.ROOT,
                "%-24s %,12.0f frames/s %6.2f of the bare loop%n",
                what,
                rate,
                rate / figures.bareLoopFramesPerSecond());
    }

    private static String machine() {
        return "%d cores, %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"));
    }
}
