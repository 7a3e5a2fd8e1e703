package dev.underpin.cli;

import dev.underpin.bench.MediaBenchmark;
import dev.underpin.bench.MediaLatency;
import dev.underpin.bench.MediaTransfers;
import dev.underpin.bench.MiddleManLatency;
import dev.underpin.bench.SlcanLine;
import dev.underpin.can.gate.MiddleMan;
import dev.underpin.mistake.UserMistake;
import dev.underpin.time.Lateness;
import dev.underpin.time.Nanos;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code underpin bench media}. */
@Command(
        name = "media",
        description = {
            "Counts, in the time of emulated devices, which share of a serial line to an slcan adapter is used while there is more to",
            "send or to hear than it carries (CAN FD frames of 64 bytes, USB's 1 ms each way), and what an idle man in the middle",
            "adds to a classical frame of 8 bytes at 500 kbit/s. The slowest line counts in --json.",
            "With --interface it measures a CAN interface of Linux too: frames that go through the kernel and come back, one at a",
            "time, as a bench in stepped time has them carried, beside a plain C loop that does the same; transfers of 4095 bytes by",
            "ISO-TP beside the kernel's own ISO-TP sockets; and how long the frames of another process take from the kernel's time",
            "stamp to their record in a history. Without CAN on this machine:",
            "  underpin vm exec -- ./underpin bench media --interface vcan0"
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "2:the user's mistake: option, interface"})
final class MediaBenchCommand implements Callable<Integer> {
    private static final int MOST = 15_000;
    private static final int TRANSFERS = 20;
    private static final int HEARD = 10_000;
    private static final double MEDIAN = 0.5;
    private static final double P99 = 0.99;

    @Option(
            names = "--interface",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The CAN interface to measure, such as vcan0.")
    private String interfaceName = "";

    @Option(
            names = "--frames",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Frames of a round on the interface. Default: ${DEFAULT-VALUE}.")
    private int frames = MOST;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (frames < 1 || frames > MOST) {
            throw UserMistake.saying("--frames: expected 1 to %d, found %d".formatted(MOST, frames));
        }
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Object> keys = new LinkedHashMap<>();
        if (!interfaceName.isEmpty()) {
            kernel(keys, out);
            transfers(keys, out);
            latency(keys, out);
        }
        lines(keys, out);
        middleMan(keys, out);
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(keys));
        }
        out.flush();
        return 0;
    }

    private void kernel(Map<String, Object> keys, PrintWriter out) throws IOException, InterruptedException {
        MediaBenchmark.Figures figures = MediaBenchmark.measure(interfaceName, frames);
        keys.put("interface", interfaceName);
        keys.put("frames_per_second", figures.framesPerSecond());
        keys.put("plain_c_frames_per_second", figures.plainFramesPerSecond());
        keys.put("ratio", figures.ratio());
        keys.put("lost", figures.lost());
        if (!json) {
            out.printf(
                    Locale.ROOT,
                    "%s: %,.0f frames/s there and back, plain C loop %,.0f frames/s: ratio %.2f; %d lost%n",
                    interfaceName,
                    figures.framesPerSecond(),
                    figures.plainFramesPerSecond(),
                    figures.ratio(),
                    figures.lost());
        }
    }

    private void transfers(Map<String, Object> keys, PrintWriter out) throws IOException, InterruptedException {
        MediaTransfers.Figures figures = MediaTransfers.measure(interfaceName, TRANSFERS);
        keys.put("isotp_bytes_per_second", figures.bytesPerSecond());
        keys.put("isotp_transfers_per_second", figures.own());
        keys.put("kernel_isotp_transfers_per_second", figures.kernel());
        keys.put("kernel_isotp_at_once_transfers_per_second", figures.kernelAtOnce());
        keys.put("isotp_ratio", figures.ratio());
        keys.put("isotp_ratio_at_once", figures.ratioAtOnce());
        if (!json) {
            out.printf(
                    Locale.ROOT,
                    "%s: %.1f ISO-TP transfers/s of 4095 bytes, the kernel's sockets %.1f/s: ratio %.2f; without their pause of 50 us"
                            + " %.1f/s: ratio %.2f%n",
                    interfaceName,
                    figures.own(),
                    figures.kernel(),
                    figures.ratio(),
                    figures.kernelAtOnce(),
                    figures.ratioAtOnce());
        }
    }

    private void latency(Map<String, Object> keys, PrintWriter out) throws IOException, InterruptedException {
        Lateness late = MediaLatency.measure(interfaceName, HEARD);
        keys.put("latency_frames", late.size());
        keys.put("latency_median_microseconds", late.quantile(MEDIAN) / Nanos.MICROSECOND);
        keys.put("latency_p99_microseconds", late.quantile(P99) / Nanos.MICROSECOND);
        keys.put("latency_max_microseconds", late.most() / Nanos.MICROSECOND);
        if (!json) {
            out.printf(
                    Locale.ROOT,
                    "%s: from the kernel's time stamp to the history's record median %,d us, p99 %,d us, at most %,d us (%,d frames)%n",
                    interfaceName,
                    late.quantile(MEDIAN) / Nanos.MICROSECOND,
                    late.quantile(P99) / Nanos.MICROSECOND,
                    late.most() / Nanos.MICROSECOND,
                    late.size());
        }
    }

    private void lines(Map<String, Object> keys, PrintWriter out) {
        double least = 1;
        if (!json) {
            out.printf("%-24s %10s %10s%n", "slcan line", "sent", "heard");
        }
        for (int baud : SlcanLine.BAUDS) {
            double sent = SlcanLine.shareSent(baud, Nanos.MILLISECOND);
            double heard = SlcanLine.shareHeard(baud, Nanos.MILLISECOND);
            least = Math.min(least, Math.min(sent, heard));
            if (!json) {
                out.printf(Locale.ROOT, "%,12d baud %17.2f %% %8.2f %%%n", baud, 100 * sent, 100 * heard);
            }
        }
        keys.put("slcan_line_share", Math.round(least * 10000) / 10000.0);
    }

    private void middleMan(Map<String, Object> keys, PrintWriter out) {
        MiddleMan.Passage added = MiddleManLatency.measure();
        keys.put("middle_man_added_microseconds", added.mean() / 1000);
        if (!json) {
            out.printf(
                    Locale.ROOT,
                    "an idle man in the middle adds %d us, at most %d us%n",
                    added.mean() / 1000,
                    added.most() / 1000);
        }
    }
}
