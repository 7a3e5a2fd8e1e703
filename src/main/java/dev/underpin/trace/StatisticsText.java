package dev.underpin.trace;

import dev.underpin.can.BusTiming;
import dev.underpin.can.log.FrameId;
import dev.underpin.can.statistics.BusStatistics;
import dev.underpin.can.statistics.IdStatistics;
import dev.underpin.time.Nanos;
import java.util.Locale;

/** The statistics of a bus as text: a summary, the load over time as bars, a table of identifiers. */
public final class StatisticsText {
    /** Characters beyond ASCII that the text may hold. */
    public static final String BLOCKS = BarPlot.BLOCKS;

    private static final int NAME = 22;

    private final Vocabulary words;
    private final Parties parties;
    private final BarPlot plot;

    /**
     * Words for the identifiers.
     *
     * @param blocks whether the output can show block characters
     */
    public StatisticsText(Vocabulary words, boolean blocks) {
        this.words = words;
        this.parties = new Parties(words);
        this.plot = new BarPlot(blocks);
    }

    /** The text, with the end of its last line. */
    public String of(BusStatistics bus) {
        StringBuilder text = new StringBuilder();
        text.append("%s  %s; %d frames of %d identifiers, %d error frames in %s s%n"
                .formatted(
                        bus.bus(),
                        rates(bus.timing()),
                        bus.frames(),
                        bus.ids().size(),
                        bus.errors(),
                        Seconds.text(bus.span(), 6)));
        if (bus.frames() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "load: mean %.2f %%, peak %.2f %% in %d ms%n%n",
                    100 * bus.load(),
                    100 * bus.curve().peak(),
                    bus.curve().width() / Nanos.MILLISECOND));
            text.append(plot.of(bus.curve()));
            table(text, bus);
        }
        return text.toString();
    }

    private static String rates(BusTiming timing) {
        return rate(timing.nominalBitRate()) + (timing.fd() ? ", data " + rate(timing.dataBitRate()) : "");
    }

    private static String rate(long bitRate) {
        return Numbers.text(bitRate / 1e3) + " kbit/s";
    }

    private void table(StringBuilder text, BusStatistics bus) {
        text.append("%n%-8s  %-22s %9s %11s %11s %11s %11s %8s%n"
                .formatted("id", "name", "frames", "period ms", "shortest", "longest", "std dev", "load %"));
        for (IdStatistics id : bus.ids()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-8s  %-22s %9d %11s %11s %11s %11s %8.3f%n",
                    id.id(),
                    clip(name(bus.bus(), id.id())),
                    id.count(),
                    millis(id, id.meanPeriod()),
                    millis(id, (double) id.shortestPeriod()),
                    millis(id, (double) id.longestPeriod()),
                    millis(id, id.jitter()),
                    100 * bus.load(id)));
        }
    }

    private String name(String bus, FrameId id) {
        return parties.of(bus, id)
                .map(Party::title)
                .or(() -> words.signals().find(id.value(), id.extended()).map(message -> message.name()))
                .orElse("");
    }

    private static String clip(String name) {
        return name.length() <= NAME ? name : name.substring(0, NAME - 1) + "~";
    }

    private static String millis(IdStatistics id, double nanos) {
        return id.periodic() ? String.format(Locale.ROOT, "%.3f", nanos / Nanos.MILLISECOND) : "-";
    }
}
