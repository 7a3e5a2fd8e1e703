package dev.underpin.cli;

import dev.underpin.can.log.LogEntry;
import dev.underpin.can.log.LogFormat;
import dev.underpin.can.log.LogReader;
import dev.underpin.can.statistics.BusStatistics;
import dev.underpin.mistake.UserMistake;
import dev.underpin.report.picture.LoadPlot;
import dev.underpin.rig.RigFile;
import dev.underpin.trace.LogStart;
import dev.underpin.trace.Selection;
import dev.underpin.trace.StatisticsText;
import dev.underpin.trace.Vocabulary;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code underpin log statistics}. */
@Command(
        name = "statistics",
        description = {
            "Tells for each bus of a log its load over time, and for each identifier how many frames there were, their"
                    + " period (mean, shortest, longest, standard deviation) and their share of the bus.",
            "",
            "A frame takes the bus for its exact length, with stuff bits and intermission. How long error frames were is"
                    + " not in a log: they are counted only."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  underpin log statistics can0.asc --bit-rate 500000/2000000 --svg load.svg",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:told", "2:the user's mistake: an option, a file's name, or what is in it"})
final class LogStatisticsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The bus log: .log (candump), .asc, .blf or .pcapng.")
    private Path file = Path.of("");

    @Mixin
    private RigOption rig = new RigOption();

    @Mixin
    private SelectionOptions wanted = new SelectionOptions();

    @Option(
            names = "--bit-rate",
            paramLabel = "N[/M]",
            description =
                    "Bit rate of all buses in bit/s, and M of the data phase of CAN FD. Default: those of the rig.")
    private @Nullable String bitRate;

    @Option(names = "--svg", paramLabel = "OUT", description = "Draws the load over time into this file, too.")
    private @Nullable Path svg;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Home home = Home.ofProcess();
        RigFile described = rig.read(home);
        BitRates rates = bitRate == null ? BitRates.of(described, rig.file(home)) : BitRates.all(bitRate);
        StatisticsText text =
                new StatisticsText(Vocabulary.of(described, rig.file(home), null), canShow(StatisticsText.BLOCKS));
        Map<String, BusStatistics> buses = read(rates, wanted.selection());
        Pipe pipe = new Pipe(spec.commandLine().getOut());
        if (buses.isEmpty()) {
            pipe.lines().append("%s: nothing that was asked for%n".formatted(file));
        }
        buses.values().forEach(bus -> pipe.lines().append(text.of(bus)).append('\n'));
        Path picture = svg;
        if (picture != null) {
            draw(picture, List.copyOf(buses.values()));
            pipe.lines().append("Picture: %s%n".formatted(picture));
        }
        pipe.flush();
        return 0;
    }

    private Map<String, BusStatistics> read(BitRates rates, Selection selection) throws IOException {
        Map<String, BusStatistics> buses = new LinkedHashMap<>();
        try (LogReader reader = LogFormat.read(file)) {
            LogEntry entry = reader.next();
            long start = entry == null ? 0 : LogStart.of(entry.atNanos());
            for (; entry != null; entry = reader.next()) {
                if (selection.wants(entry, start)) {
                    buses.computeIfAbsent(
                                    entry.channel(),
                                    name -> new BusStatistics(name, rates.of(file, name), start + selection.from()))
                            .add(entry);
                }
            }
        }
        return buses;
    }

    private void draw(Path picture, List<BusStatistics> buses) throws IOException {
        try {
            Files.writeString(picture, LoadPlot.of(buses, "Bus load: " + file));
        } catch (FileSystemException closed) {
            throw UserMistake.in(picture.toString(), "", "a file that can be written", "none");
        }
    }

    private static boolean canShow(String characters) {
        String encoding = System.getProperty("stdout.encoding", "UTF-8");
        return Charset.isSupported(encoding)
                && Charset.forName(encoding).newEncoder().canEncode(characters);
    }
}
