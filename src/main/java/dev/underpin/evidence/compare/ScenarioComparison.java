package dev.underpin.evidence.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What two runs of one scenario left, record by record and frame by frame: kinds, order and content, times aside.
 *
 * @param scenario its name, as its folders have it
 * @param same whether nothing differs
 * @param text what differs, or how much is the same, in lines for people
 */
public record ScenarioComparison(String scenario, boolean same, String text) {
    private static final int MOST_SHOWN = 40;

    /**
     * Compares two folders of one scenario.
     *
     * @throws IOException when one cannot be read
     */
    public static ScenarioComparison of(String scenario, Path one, Path other) throws IOException {
        List<String> told = new ArrayList<>();
        boolean same =
                tell(Lines.records(one.resolve("record.jsonl")), Lines.records(other.resolve("record.jsonl")), told);
        TreeSet<String> buses = buses(one);
        buses.addAll(buses(other));
        for (String bus : buses) {
            same &= tell(frames(one, bus), frames(other, bus), told);
        }
        return new ScenarioComparison(scenario, same, String.join("\n", told));
    }

    private static boolean tell(Lines one, Lines other, List<String> told) {
        Difference difference = Difference.between(one.keys(), other.keys());
        if (difference.none()) {
            told.add("%s: %d, the same".formatted(one.what(), one.keys().size()));
            return true;
        }
        told.add("%s: %d and %d, of which %s"
                .formatted(one.what(), one.keys().size(), other.keys().size(), counts(difference)));
        show("-", difference.removed(), one, told);
        show("+", difference.added(), other, told);
        return false;
    }

    private static String counts(Difference difference) {
        return difference.complete()
                ? "%d only in the first and %d only in the second"
                        .formatted(
                                difference.removed().size(), difference.added().size())
                : "more than %d differ; the first".formatted(Difference.MOST);
    }

    private static void show(String sign, List<Integer> places, Lines lines, List<String> told) {
        places.stream()
                .limit(MOST_SHOWN)
                .filter(place -> place < lines.shown().size())
                .forEach(place ->
                        told.add("  %s %s".formatted(sign, lines.shown().get(place))));
        if (places.size() > MOST_SHOWN) {
            told.add("  %s … and %d more".formatted(sign, places.size() - MOST_SHOWN));
        }
    }

    private static TreeSet<String> buses(Path folder) throws IOException {
        try (Stream<Path> parts = Files.list(folder)) {
            TreeSet<String> names = new TreeSet<>();
            parts.filter(part -> Files.isRegularFile(part.resolve("bus.log")))
                    .forEach(part -> names.add(String.valueOf(part.getFileName())));
            return names;
        }
    }

    private static Lines frames(Path folder, String bus) throws IOException {
        Path log = folder.resolve(bus).resolve("bus.log");
        return Files.isRegularFile(log) ? Lines.frames(log, bus) : new Lines("frames on " + bus, List.of(), List.of());
    }
}
