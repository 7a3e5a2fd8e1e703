package dev.underpin.report.picture;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.report.picture.Svg.Face;
import dev.underpin.report.picture.Svg.Stroke;
import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The progress bars of a scenario over vehicle time, with the driver's presses, restarts and faults as marks. */
public final class ProgressPlot {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 360;
    private static final double LEFT = 56;
    private static final double TOP = 96;
    private static final double RIGHT = 150;
    private static final double BOTTOM = 44;
    private static final double ROOM_FOR_TEXT = 130;
    private static final int MARK_LEVELS = 4;
    private static final String RESTART = " restart";
    private static final long TOGETHER = 10 * Nanos.SECOND;
    private static final List<String> COLOURS = List.of("#1f6feb", "#2e7d32", "#8e44ad", "#c2570c");

    private record Point(long at, double percent) {}

    private record Mark(long at, String text, String colour) {}

    private final Svg svg = new Svg();
    private final long from;
    private final long to;

    private ProgressPlot(long from, long to) {
        this.from = from;
        this.to = Math.max(to, from + Nanos.SECOND);
    }

    /** The plot as an SVG document; empty when no progress bar was shown. */
    public static Optional<String> of(History history, String title) {
        Map<String, List<Point>> series = series(history);
        if (series.isEmpty()) {
            return Optional.empty();
        }
        long first = series.values().stream()
                .mapToLong(points -> points.getFirst().at())
                .min()
                .orElse(0);
        long last = series.values().stream()
                .mapToLong(points -> points.getLast().at())
                .max()
                .orElse(0);
        long margin = Math.max(Nanos.SECOND, (last - first) / 20);
        return Optional.of(
                new ProgressPlot(Math.max(0, first - margin), last + margin).draw(series, marks(history), title));
    }

    /** The screen that showed a progress bar first stands for all that show the same view. */
    private static Map<String, List<Point>> series(History history) {
        Map<String, String> screens = new LinkedHashMap<>();
        Map<String, List<Point>> series = new LinkedHashMap<>();
        for (Entry entry : history.of(Kind.SCREEN)) {
            String view = entry.text("view");
            entry.number("progress").ifPresent(percent -> {
                screens.putIfAbsent(view, entry.text("screen"));
                if (entry.is("screen", screens.getOrDefault(view, ""))) {
                    series.computeIfAbsent(view, any -> new ArrayList<>()).add(new Point(entry.at(), percent));
                }
            });
        }
        return series;
    }

    private static List<Mark> marks(History history) {
        List<Mark> marks = new ArrayList<>();
        for (Entry entry : history.entries()) {
            switch (entry.kind()) {
                case PRESS -> marks.add(new Mark(entry.at(), "\"%s\"".formatted(entry.text("button")), "#444444"));
                case BOOT -> restart(marks, entry);
                case FAULT ->
                    marks.add(new Mark(entry.at(), entry.text("fault") + " " + entry.text("state"), "#b3261e"));
                default -> {}
            }
        }
        return marks;
    }

    /** Control units that restart together are one mark. */
    private static void restart(List<Mark> marks, Entry entry) {
        Mark before = marks.isEmpty() ? null : marks.getLast();
        if (before != null && before.text().endsWith(RESTART) && entry.at() - before.at() <= TOGETHER) {
            marks.set(marks.size() - 1, new Mark(before.at(), "control units" + RESTART, before.colour()));
        } else {
            marks.add(new Mark(entry.at(), entry.text("ecu") + RESTART, "#6a4c93"));
        }
    }

    private String draw(Map<String, List<Point>> series, List<Mark> marks, String title) {
        svg.text(LEFT, 18, "#222222", Face.HEADING, title);
        axes();
        marks(marks);
        int index = 0;
        for (Map.Entry<String, List<Point>> one : series.entrySet()) {
            String colour = COLOURS.get(index % COLOURS.size());
            svg.polyline(points(one.getValue()), colour);
            svg.rect(WIDTH - RIGHT + 14, TOP + 20.0 * index, 10, 10, colour, colour);
            svg.text(WIDTH - RIGHT + 30, TOP + 9 + 20.0 * index, "#222222", Face.SMALL, one.getKey());
            index++;
        }
        return svg.document(WIDTH, HEIGHT, title);
    }

    private void axes() {
        for (int percent = 0; percent <= 100; percent += 25) {
            svg.line(LEFT, y(percent), WIDTH - RIGHT, y(percent), "#d0d7de", Stroke.SOLID);
            svg.text(LEFT - 6, y(percent) + 4, "#444444", Face.RIGHT, percent + " %");
        }
        long tick = TimeTicks.between(from, to);
        for (long at = (from + tick - 1) / tick * tick; at <= to; at += tick) {
            svg.line(x(at), y(0), x(at), y(0) + 5, "#444444", Stroke.SOLID);
            svg.text(x(at) - 14, y(0) + 18, "#444444", Face.SMALL, TimeTicks.label(at));
        }
        svg.text(LEFT, HEIGHT - 8, "#444444", Face.SMALL, "vehicle time (minutes:seconds)");
    }

    /** Marks that would fall on the one before are left out: a restart of all control units reads as one. */
    private void marks(List<Mark> marks) {
        double lastX = Double.NEGATIVE_INFINITY;
        int level = 0;
        for (Mark mark : marks) {
            double x = x(mark.at());
            if (mark.at() < from || mark.at() > to || x - lastX < 3) {
                continue;
            }
            level = x - lastX < ROOM_FOR_TEXT ? level + 1 : 0;
            double y = TOP - 12 - 14 * (level % MARK_LEVELS);
            svg.line(x, y + 3, x, y(0), mark.colour(), Stroke.FAINT);
            svg.text(x + 2, y, mark.colour(), Face.SMALL, mark.text());
            lastX = x;
        }
    }

    /** A value holds until the next one is shown, so the line has steps. */
    private String points(List<Point> points) {
        StringBuilder line = new StringBuilder();
        double before = points.getFirst().percent();
        for (Point point : points) {
            line.append(pair(point.at(), before)).append(pair(point.at(), point.percent()));
            before = point.percent();
        }
        return line.toString().strip();
    }

    private String pair(long at, double percent) {
        return Svg.px(x(at)) + "," + Svg.px(y(percent)) + " ";
    }

    private double x(long at) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (at - from) / (to - from);
    }

    private static double y(double percent) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * percent / 100;
    }
}
