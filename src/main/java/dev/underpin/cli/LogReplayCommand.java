package dev.underpin.cli;

import static dev.underpin.cli.OptionValue.require;

import dev.underpin.can.log.FrameId;
import dev.underpin.can.log.LogFormat;
import dev.underpin.can.log.LogReader;
import dev.underpin.can.log.LogWriter;
import dev.underpin.can.log.Replay;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.virtual.OpenBench;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.trace.Decode;
import dev.underpin.trace.IdRanges;
import dev.underpin.trace.Layout;
import dev.underpin.trace.Selection;
import dev.underpin.trace.Trace;
import dev.underpin.trace.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code underpin log replay}. */
@Command(
        name = "replay",
        description = {
            "Sends the frames of a bus log again, on a bus of the virtual vehicle with its ignition on, in their order and"
                    + " with their distances in time, and shows or writes all that passed there, the vehicle's own frames too.",
            "",
            "It runs in virtual time, faster than a clock. The frames compete with those of the vehicle by their identifiers."
                    + " Error frames of the log are left out; what the bus cannot carry is refused. The last line counts both."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  underpin log replay drive.asc --bus drive --only 7E0-7EF --map 7E0=7E4 --out after.log",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:replayed", "2:the user's mistake: an option, a file's name, or what is in it"})
final class LogReplayCommand implements Callable<Integer> {
    private static final double MAX_SPEED = 1000;

    @Parameters(paramLabel = "FILE", description = "The bus log: .log (candump), .asc, .blf or .pcapng.")
    private Path file = Path.of("");

    @Mixin
    private RigOption rig = new RigOption();

    @Option(names = "--bus", paramLabel = "NAME", required = true, description = "The bus of the rig to send on.")
    private String bus = "";

    @Option(
            names = "--channel",
            paramLabel = "NAME",
            description = "The channel of the log to send. Default: the one called as the bus, or the only one.")
    private @Nullable String channel;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "Seconds of the log in a second of vehicle time. Default: ${DEFAULT-VALUE}.")
    private double speed = 1;

    @Option(
            names = "--only",
            paramLabel = "IDS",
            description = "Only these identifiers of the log, such as \"7DF,7E0-7EF,18DAF110\".")
    private @Nullable String only;

    @Option(
            names = "--map",
            paramLabel = "A=B",
            description = "Sends identifier B in place of A; may be given several times.")
    private List<String> renamed = List.of();

    @Option(
            names = "--out",
            paramLabel = "LOG",
            description = "Writes what passed into this log, in the format of its name, instead of showing it.")
    private @Nullable Path out;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of all chance.")
    private long seed = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Home home = Home.ofProcess();
        RigFile described = rig.read(home);
        RigFile.Bus medium = described.buses().get(bus);
        require(
                medium != null,
                "--bus",
                "one of " + String.join(", ", described.buses().keySet()),
                bus);
        require(speed > 0 && speed <= MAX_SPEED, "--speed", "a number above 0 and at most 1000", String.valueOf(speed));
        Path to = out;
        if (to != null) {
            LogFormat.of(to);
            require(!Files.exists(to) || !Files.isSameFile(file, to), "--out", "another file than FILE", "the same");
        }
        Map<FrameId, FrameId> map = map();
        LogSurvey survey = LogSurvey.of(file, only == null ? IdRanges.ALL : IdRanges.parse(only));
        String from = survey.channel(file, channel, bus);
        OpenBench open = new VirtualRig(described, rig.file(home), seed, home.file("target/images")).open("replay");
        ReplayRun run = new ReplayRun(open, bus);
        Pipe pipe = new Pipe(spec.commandLine().getOut());
        try (LogReader log = LogFormat.read(file)) {
            Replay.Tally tally;
            if (to == null) {
                Vocabulary words = Vocabulary.of(described, rig.file(home), null);
                Layout layout = Layout.columns(Ansi.AUTO.enabled());
                Trace trace = new Trace(words, Selection.ALL, null, Decode.BOTH, layout);
                pipe.lines().append(layout.header());
                tally = run.play(log, survey, from, speed, map, entry -> {
                    trace.add(pipe.lines(), entry, run.start());
                    pipe.open();
                });
            } else {
                try (LogWriter writer = LogFormat.write(to)) {
                    tally = run.play(log, survey, from, speed, map, writer::write);
                }
            }
            pipe.lines()
                    .append("%s onto %s: %d frames sent, %d of them acknowledged, %d left out, %d refused%n"
                            .formatted(file, bus, tally.sent(), tally.confirmed(), tally.skipped(), tally.refused()));
        }
        pipe.flush();
        return 0;
    }

    private Map<FrameId, FrameId> map() {
        Map<FrameId, FrameId> map = new HashMap<>();
        for (String pair : renamed) {
            String[] ends = pair.split("=", -1);
            require(ends.length == 2, "--map", "two identifiers such as 7E0=7E4", "\"" + pair + "\"");
            FrameId earlier = map.put(FrameId.parse(ends[0]), FrameId.parse(ends[1]));
            require(earlier == null, "--map", "each identifier once", ends[0] + " twice");
        }
        return map;
    }
}
