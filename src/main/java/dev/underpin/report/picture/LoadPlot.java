package dev.underpin.report.picture;

import dev.underpin.can.BusTiming;
import dev.underpin.can.log.Recorded;
import dev.underpin.can.statistics.BusStatistics;
import dev.underpin.can.statistics.LoadCurve;
import dev.underpin.history.FrameLog;
import dev.underpin.report.picture.Svg.Face;
import dev.underpin.report.picture.Svg.Stroke;
import dev.underpin.time.Nanos;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The load of buses over time, one panel below the other on the same axis of time. */
public final class LoadPlot {
    private static final double WIDTH = 860;
    private static final double LEFT = 56;
    private static final double RIGHT = 24;
    private static final double TOP = 40;
    private static final double PANEL = 150;
    private static final double GAP = 54;
    private static final int COLUMNS = 195;
    private static final double STEP = (WIDTH - LEFT - RIGHT) / COLUMNS;
    private static final int QUARTERS = 4;
    private static final double[] TOPS = {0.04, 0.1, 0.2, 0.4, 0.6, 0.8, 1};

    private final Svg svg = new Svg();
    private final long span;

    private LoadPlot(long span) {
        this.span = Math.max(span, Nanos.SECOND);
    }

    /** The plot as an SVG document; the curves of all {@code buses} have the same origin. */
    public static String of(List<BusStatistics> buses, String title) {
        long span = buses.stream().mapToLong(bus -> bus.curve().span()).max().orElse(0);
        return new LoadPlot(span).draw(buses, title);
    }

    /**
     * The plot of what a run recorded on one bus, from vehicle time zero on; empty when nothing passed.
     *
     * @param timing its bit rates; empty, too, when nobody knows them
     */
    public static Optional<String> of(FrameLog log, @Nullable BusTiming timing) {
        if (timing == null || log.size() == 0) {
            return Optional.empty();
        }
        BusStatistics bus = new BusStatistics(log.bus(), timing, 0);
        for (int index = 0; index < log.size(); index++) {
            bus.add(Recorded.entry(log, index));
        }
        return Optional.of(of(List.of(bus), "Load of the bus " + log.bus()));
    }

    private String draw(List<BusStatistics> buses, String title) {
        svg.text(LEFT, 18, "#222222", Face.HEADING, title);
        double y = TOP;
        for (BusStatistics bus : buses) {
            panel(bus, y + 14);
            y += PANEL + GAP;
        }
        svg.text(LEFT, y - 4, "#444444", Face.SMALL, "time (minutes:seconds)");
        return svg.document(WIDTH, y + 8, title);
    }

    private void panel(BusStatistics bus, double y) {
        double[] loads = bus.curve().resampled(COLUMNS, span);
        double most = Arrays.stream(loads).max().orElse(0);
        double top = Arrays.stream(TOPS).filter(one -> one >= most).findFirst().orElse(Math.ceil(most));
        svg.text(LEFT, y - 6, "#222222", Face.LABEL, summary(bus));
        for (int quarter = 0; quarter <= QUARTERS; quarter++) {
            double level = y + PANEL - PANEL * quarter / QUARTERS;
            svg.line(LEFT, level, WIDTH - RIGHT, level, "#d0d7de", Stroke.SOLID);
            String share = String.format(Locale.ROOT, "%.0f %%", 100 * top * quarter / QUARTERS);
            svg.text(LEFT - 6, level + 4, "#444444", Face.RIGHT, share);
        }
        ticks(y + PANEL);
        svg.polyline(points(loads, top, y), "#1f6feb");
    }

    private void ticks(double y) {
        long tick = TimeTicks.between(0, span);
        for (long at = 0; at <= span; at += tick) {
            double x = LEFT + (WIDTH - LEFT - RIGHT) * at / span;
            svg.line(x, y, x, y + 5, "#444444", Stroke.SOLID);
            svg.text(x - 14, y + 18, "#444444", Face.SMALL, TimeTicks.label(at));
        }
    }

    private static String summary(BusStatistics bus) {
        LoadCurve curve = bus.curve();
        return String.format(
                Locale.ROOT,
                "%s: %d frames, %d error frames, load mean %.1f %%, peak %.1f %% in %d ms",
                bus.bus(),
                bus.frames(),
                bus.errors(),
                100 * bus.load(),
                100 * curve.peak(),
                curve.width() / Nanos.MILLISECOND);
    }

    /** Steps: the mean load of each column. */
    private static String points(double[] loads, double top, double y) {
        StringBuilder line = new StringBuilder();
        double before = Double.NaN;
        for (int column = 0; column < loads.length; column++) {
            double level = y + PANEL - PANEL * loads[column] / top;
            if (level != before) {
                if (column > 0) {
                    pair(line, column, before);
                }
                pair(line, column, level);
            }
            before = level;
        }
        pair(line, loads.length, before);
        return line.toString().strip();
    }

    private static void pair(StringBuilder line, int column, double level) {
        line.append(Svg.px(LEFT + column * STEP))
                .append(',')
                .append(Svg.px(level))
                .append(' ');
    }
}
