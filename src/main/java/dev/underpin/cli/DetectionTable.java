package dev.underpin.cli;

import dev.underpin.defect.Area;
import dev.underpin.defect.Defect;
import dev.underpin.defect.hunt.Detection.Figures;
import dev.underpin.defect.hunt.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of detection for people. */
record DetectionTable(Figures figures) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<Defect> caught = figures.caught();
        lines.add("");
        for (Area area : Area.values()) {
            List<Defect> here =
                    figures.defects().stream().filter(it -> it.area() == area).toList();
            long found = here.stream().filter(caught::contains).count();
            lines.add("%-12s %4d defects, %4d caught".formatted(area.text(), here.size(), found));
        }
        lines.add("%-12s %4d defects, %4d caught"
                .formatted("all", figures.defects().size(), caught.size()));
        figures.trails().forEach((hunt, trails) -> lines.add(hunt(hunt, trails)));
        figures.escaped().forEach(it -> lines.add("escaped: %s (%s): %s".formatted(it.id(), it.source(), it.words())));
        lines.add("%d healthy runs, %d false alarms"
                .formatted(figures.healthyRuns(), figures.falseAlarms().size()));
        return lines;
    }

    private static String hunt(String name, List<Trail> trails) {
        List<Double> seconds = trails.stream()
                .filter(Trail::caught)
                .map(Trail::seconds)
                .sorted()
                .toList();
        long named = trails.stream().filter(Trail::named).count();
        return seconds.isEmpty()
                ? "by %s alone: none".formatted(name)
                : String.format(
                        Locale.ROOT,
                        "by %s alone: %d, of which %d name the broken rule; first failure after %.2f s (median), %.2f s (longest)",
                        name,
                        seconds.size(),
                        named,
                        seconds.get(seconds.size() / 2),
                        seconds.getLast());
    }
}
