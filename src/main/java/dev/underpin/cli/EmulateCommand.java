package dev.underpin.cli;

import static dev.underpin.cli.OptionValue.require;

import dev.underpin.can.BusTiming;
import dev.underpin.can.slcan.AdapterHub;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.Bench;
import dev.underpin.time.Nanos;
import dev.underpin.time.PacedRun;
import dev.underpin.time.VirtualScheduler;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code underpin emulate}. */
@Command(
        name = "emulate",
        description = {
            "Plays slcan adapters of one bus on serial ports of this machine, to try a bench without its hardware.",
            "",
            "It writes the name of each port on a line and plays until Ctrl-C. Name the ports in a rig file: port, tester-port.",
            "With --rig it plays control units instead: those that are simulated on that rig are the real ones of another."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:ended as asked",
            "2:the user's mistake: an option, a rig file, a machine without pseudo-terminals",
            "3:rig error, such as an interface that is down"
        })
final class EmulateCommand implements Callable<Integer> {
    private static final int MOST_ADAPTERS = 16;
    private static final long TURN = Nanos.SECOND / 10;

    @Option(
            names = "--adapters",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many adapters are on the bus. Default: ${DEFAULT-VALUE}.")
    private int adapters = 2;

    @Option(
            names = "--bit-rate",
            paramLabel = "N",
            defaultValue = "500000",
            description = "Bit rate of the bus, bit/s. Default: ${DEFAULT-VALUE}.")
    private int bitRate = 500_000;

    @Option(
            names = "--data-bit-rate",
            paramLabel = "N",
            defaultValue = "0",
            description = "Bit rate of the data phase, bit/s; makes the bus CAN FD.")
    private int dataBitRate;

    @Option(
            names = "--baud",
            paramLabel = "N",
            defaultValue = "2000000",
            description = "Bits per second on the line of each adapter. Default: ${DEFAULT-VALUE}.")
    private int baud = 2_000_000;

    @Option(
            names = "--rig",
            paramLabel = "FILE",
            description =
                    "Play the simulated control units of this rig (tier bench, {pace: wall}) on its buses, ignition on.")
    private @Nullable Path rig;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (rig != null) {
            units(rig);
        } else {
            adapters();
        }
        return 0;
    }

    private void units(Path file) throws IOException {
        RigFile described = RigFile.read(file);
        require(described.byTheWall(), "--rig", "a rig with {pace: wall}, by which others live", "another");
        AtomicBoolean ended = new AtomicBoolean();
        try (Bench bench = Rigs.benches(described, file, 1, Home.ofProcess().file("target/images"))
                .bench("emulate")) {
            bench.driver().ignition(true);
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    "Playing %s on rig %s.%n",
                    described.ecus().keySet().stream()
                            .filter(ecu -> !described.realEcus().contains(ecu))
                            .collect(Collectors.joining(", ")),
                    described.name());
            out.flush();
            EndRequest.during(
                    () -> {
                        while (!ended.get()) {
                            bench.await().pass(TURN);
                        }
                    },
                    () -> ended.set(true));
        }
    }

    private void adapters() throws IOException {
        require(adapters >= 1 && adapters <= MOST_ADAPTERS, "--adapters", "1 to 16", String.valueOf(adapters));
        require(bitRate > 0, "--bit-rate", "a number above 0", String.valueOf(bitRate));
        require(dataBitRate >= 0, "--data-bit-rate", "a number above 0", String.valueOf(dataBitRate));
        require(baud > 0, "--baud", "a number above 0", String.valueOf(baud));
        VirtualScheduler scheduler = new VirtualScheduler();
        PacedRun run = new PacedRun(scheduler, 1, lost -> {});
        PrintWriter out = spec.commandLine().getOut();
        try (AdapterHub hub = new AdapterHub(scheduler, new BusTiming(bitRate, dataBitRate), baud)) {
            for (int i = 0; i < adapters; i++) {
                out.println(hub.plugIn());
            }
            out.flush();
            EndRequest.during(run::run, run::stop);
        }
    }
}
