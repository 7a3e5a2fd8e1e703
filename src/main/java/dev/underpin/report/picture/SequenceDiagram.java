package dev.underpin.report.picture;

import dev.underpin.history.History;
import dev.underpin.report.picture.Message.Shape;
import dev.underpin.report.picture.Svg.Face;
import dev.underpin.report.picture.Svg.Stroke;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who said what to whom in a scenario, from top to bottom in vehicle time: driver, screens, telematics unit, cloud, support desk and
 * the control units that took part.
 */
public final class SequenceDiagram {
    private static final int MAX_ROWS = 400;
    private static final int MAX_TEXT = 90;
    private static final double LEFT = 76;
    private static final double COLUMN = 118;
    private static final double RIGHT = 320;
    private static final double TOP = 58;
    private static final double ROW = 25;
    private static final List<String> ORDER = List.of(
            Translation.DRIVER,
            Translation.VEHICLE,
            "Infotainment",
            "Cluster",
            "App",
            Translation.TELEMATICS,
            Translation.CLOUD,
            Translation.DESK,
            "GW");

    private final Svg svg = new Svg();
    private final List<String> lifelines;
    private final double height;

    private SequenceDiagram(List<String> lifelines, int rows) {
        this.lifelines = lifelines;
        this.height = TOP + (rows + 1) * ROW;
    }

    /** The picture of a history as an SVG document. */
    public static String of(History history, String title) {
        Bundler bundler = new Bundler();
        history.entries().forEach(entry -> Translation.of(entry).ifPresent(bundler::add));
        List<Bundle> rows = bundler.rows();
        List<Bundle> shown = rows.subList(0, Math.min(rows.size(), MAX_ROWS));
        SequenceDiagram diagram = new SequenceDiagram(parties(shown), shown.size() + (rows.size() > MAX_ROWS ? 1 : 0));
        return diagram.draw(shown, rows.size() - shown.size(), title);
    }

    private static List<String> parties(List<Bundle> rows) {
        Set<String> present = new LinkedHashSet<>();
        for (Bundle row : rows) {
            present.add(row.first().from());
            present.addAll(row.targets());
        }
        present.remove("");
        List<String> ordered = new ArrayList<>(ORDER);
        ordered.retainAll(present);
        present.removeAll(ordered);
        ordered.addAll(present);
        return ordered;
    }

    private String draw(List<Bundle> rows, int left, String title) {
        svg.text(LEFT, 18, "#222222", Face.HEADING, title);
        for (String lifeline : lifelines) {
            lifeline(lifeline);
        }
        double y = TOP + ROW;
        for (Bundle row : rows) {
            row(row, y);
            y += ROW;
        }
        if (left > 0) {
            svg.text(
                    LEFT, y, "#666666", Face.HEADING, "… and %d more rows; the record has all of them".formatted(left));
        }
        return svg.document(width(), height, title);
    }

    private double width() {
        return LEFT + lifelines.size() * COLUMN + RIGHT;
    }

    private double x(String lifeline) {
        return LEFT + COLUMN / 2 + lifelines.indexOf(lifeline) * COLUMN;
    }

    private void lifeline(String name) {
        double x = x(name);
        svg.line(x, TOP, x, height, "#9aa5b1", Stroke.FAINT);
        svg.rect(x - COLUMN / 2 + 5, TOP - 28, COLUMN - 10, 24, "#e8eef5", "#5b7083");
        svg.text(x, TOP - 12, "#222222", Face.CENTRED, name);
    }

    private void row(Bundle row, double y) {
        Message first = row.first();
        switch (first.shape()) {
            case STEP -> band(row, y, "#eef3e6", "#33691e");
            case FAULT -> band(row, y, "#fde7e3", "#b3261e");
            case NOTE -> note(row, y);
            case SURVEY -> survey(row, y);
            case CALL, ANSWER, SHOWN, ROUTINE -> arrow(row, y);
        }
        svg.text(LEFT - 8, y + 1, "#666666", Face.RIGHT, Moments.clock(first.at()));
    }

    private void band(Bundle row, double y, String fill, String colour) {
        svg.rect(LEFT, y - 14, width() - LEFT - 8, ROW - 5, fill, fill);
        svg.text(LEFT + 8, y, colour, Face.HEADING, row.text());
    }

    private void note(Bundle row, double y) {
        row.targets().forEach(place -> svg.circle(x(place), y - 4, 4, "#6a4c93"));
        svg.text(x(leftmost(row)) + 8, y, "#6a4c93", Face.LABEL, clip(row.text()));
    }

    private void survey(Bundle row, double y) {
        String colour = row.troubled() ? "#b3261e" : "#1f4e79";
        double from = x(row.first().from());
        DoubleSummaryStatistics reach =
                row.targets().stream().mapToDouble(this::x).summaryStatistics();
        double left = Math.min(from, reach.getMin());
        svg.line(left, y + 3, Math.max(from, reach.getMax()), y + 3, colour, Stroke.SOLID);
        row.targets().forEach(asked -> svg.circle(x(asked), y + 3, 3, colour));
        svg.text(left + 9, y - 1, colour, Face.LABEL, clip(row.text()));
    }

    private String leftmost(Bundle row) {
        return row.targets().stream()
                .min(Comparator.comparingInt(lifelines::indexOf))
                .orElseThrow();
    }

    private void arrow(Bundle row, double y) {
        Message first = row.first();
        String colour = row.troubled() ? "#b3261e" : first.shape() == Shape.ROUTINE ? "#7a8794" : "#1f4e79";
        double from = x(first.from());
        double to = x(first.to());
        svg.arrow(from, to, y + 3, colour, first.shape() == Shape.SHOWN ? Stroke.DASHED : Stroke.SOLID);
        svg.text(Math.min(from, to) + 9, y - 1, colour, Face.LABEL, clip(row.text()));
    }

    private static String clip(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
    }
}
