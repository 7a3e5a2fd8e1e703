package dev.underpin.cli;

import dev.underpin.can.log.LogEntry;
import dev.underpin.can.log.LogFormat;
import dev.underpin.can.log.LogReader;
import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.RigFile;
import dev.underpin.trace.Decode;
import dev.underpin.trace.Layout;
import dev.underpin.trace.LogStart;
import dev.underpin.trace.Trace;
import dev.underpin.trace.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code underpin trace}. */
@Command(
        name = "trace",
        description = {
            "Shows what passed on the buses, line by line: frames with their signals, error frames by name, and below"
                    + " the frame that completes it each diagnostic message (UDS) in words.",
            "",
            "FILE is a bus log of candump (.log; so is a run's bus.log), Vector (.asc, .blf) or Wireshark (.pcapng)."
                    + " Signals are named by the rig's DBC file, control units, identifiers and trouble codes by its table"
                    + " of control units. Times are seconds from the whole second in which the log begins: in a run's"
                    + " bus.log, vehicle time."
        },
        mixinStandardHelpOptions = true,
        footerHeading =
                "%nFlags: F CAN FD, B bit-rate switch, E sender error-passive, R remote frame, T sent%n%nExamples:%n",
        footer = {
            "  underpin trace drive/bus.log --ecu BMS                  what a control unit says and is asked",
            "  underpin trace drive.blf --only 118,7E0-7EF --from 12   some identifiers, from a moment on",
            "  underpin trace --live --for 2s | head -50               the virtual vehicle",
            "  underpin trace --live --as socketcand --bus drive       a bus that somebody serves"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "2:the user's mistake: an option, a file's name, or what is in it"})
final class TraceCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Mixin
    private RigOption rig = new RigOption();

    @Mixin
    private SelectionOptions wanted = new SelectionOptions();

    @Option(names = "--dbc", paramLabel = "FILE", description = "Names signals by this DBC file in place of the rig's.")
    private @Nullable Path dbc;

    @Option(
            names = "--ecu",
            paramLabel = "NAME",
            description = "Only what this control unit sends, and diagnostics addressed to it or to all.")
    private @Nullable String ecu;

    @Option(
            names = "--decode",
            paramLabel = "WHAT",
            defaultValue = "both",
            description = "What is taken apart: signals, uds, both or none. Default: ${DEFAULT-VALUE}.")
    private Decode decode = Decode.BOTH;

    @Option(
            names = "--plain",
            description =
                    "For programs: no header, and fields with a tabulator between: seconds with nine decimals, bus, id"
                            + " (or UDS, ERROR), flags, length, all data, name, meaning.")
    private boolean plain;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description =
                    "With --live: how much time passes, such as 500ms, 10s, 2min. Default: 10s of vehicle time; without end"
                            + " when a bus is followed.")
    private @Nullable String lasting;

    @Option(
            names = "--as",
            paramLabel = "WAY",
            description =
                    "With --live: how the bus to follow is offered: ${COMPLETION-CANDIDATES}. --bus names it; nothing is sent.")
    private @Nullable Bridge as;

    @Option(
            names = "--host",
            paramLabel = "H[:P]",
            description = {
                "With --as: the server and its TCP port, or the address of the interface and the group's UDP port.",
                "Default: 127.0.0.1 and the usual port, 29536 or 43113."
            })
    private @Nullable String host;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "With --live: seed of all chance.")
    private long seed = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private static final class Source {
        @Parameters(paramLabel = "FILE", description = "The bus log to show.")
        private @Nullable Path file;

        @Option(
                names = "--live",
                description =
                        "Shows the virtual vehicle of the rig instead: its ignition is turned on, and it runs in this"
                                + " process in virtual time, faster than a clock. With --as: follows a bus that underpin serve,"
                                + " python-can or socketcand offers, until Ctrl-C.")
        private boolean live;
    }

    @Override
    public Integer call() throws IOException {
        Home home = Home.ofProcess();
        RigFile described = rig.read(home);
        boolean coloured = !plain && Ansi.AUTO.enabled();
        Layout layout = plain ? Layout.tabs() : Layout.columns(coloured);
        Vocabulary words = Vocabulary.of(described, rig.file(home), dbc);
        Trace trace = new Trace(words, wanted.selection(), ecu, decode, layout);
        Pipe pipe = new Pipe(spec.commandLine().getOut());
        Path file = source.file;
        Bridge way = as;
        if (way != null && !source.live) {
            throw UserMistake.saying("--as: expected with --live only, found with a file");
        }
        if (host != null && way == null) {
            throw UserMistake.saying("--host: expected with --as only, found without it");
        }
        if (way != null) {
            follow(way, trace, layout, pipe);
        } else if (source.live || file == null) {
            LiveVehicle vehicle = new LiveVehicle(
                    Rigs.benches(described, rig.file(home), seed, home.file("target/images")),
                    Lasting.nanos("--for", lasting == null ? "10s" : lasting));
            pipe.lines().append(layout.header());
            vehicle.run(entry -> trace.add(pipe.lines(), entry, 0), pipe::open);
        } else {
            show(file, trace, layout, pipe);
        }
        pipe.flush();
        return 0;
    }

    private void follow(Bridge way, Trace trace, Layout layout, Pipe pipe) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        LiveBus bus =
                new LiveBus(way, host, wanted.bus(), lasting == null ? 0 : Lasting.nanos("--for", lasting), notice -> {
                    err.printf("underpin: %s%n", notice);
                    err.flush();
                });
        pipe.lines().append(layout.header());
        pipe.flush();
        long[] start = {-1};
        bus.run(
                entry -> {
                    start[0] = start[0] < 0 ? LogStart.of(entry.atNanos()) : start[0];
                    trace.add(pipe.lines(), entry, start[0]);
                },
                pipe::flush,
                ended -> {
                    pipe.lines().append(plain ? "" : "# %s%n".formatted(ended));
                    pipe.flush();
                });
    }

    private void show(Path file, Trace trace, Layout layout, Pipe pipe) throws IOException {
        try (LogReader reader = LogFormat.read(file)) {
            LogEntry entry = reader.next();
            long start = entry == null ? 0 : LogStart.of(entry.atNanos());
            if (!plain) {
                pipe.lines().append("# %s begins %s%n".formatted(file, Instant.ofEpochSecond(0, start)));
            }
            pipe.lines().append(layout.header());
            while (entry != null && pipe.open()) {
                trace.add(pipe.lines(), entry, start);
                entry = reader.next();
            }
        } catch (UserMistake broken) {
            pipe.flush();
            throw broken;
        }
    }
}
