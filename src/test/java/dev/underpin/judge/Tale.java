package dev.underpin.judge;

import dev.underpin.history.Fields;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A history told by hand: lines with a label each, so that a test can cut it off, leave a line out or tell it differently. */
public final class Tale {
    private static final Set<String> NUMBERS =
            Set.of("status", "speed", "soc", "volts12", "progress", "bytes", "value", "length");

    private record Line(String label, double at, Kind kind, List<String> fields) {}

    private final List<Line> lines;

    private Tale(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    public static Tale empty() {
        return new Tale(List.of());
    }

    /** Adds a line; lines without a label of their own may share one. Fields as name, value, name, value. */
    public Tale tell(String label, double seconds, Kind kind, String... fields) {
        return new Tale(Stream.concat(lines.stream(), Stream.of(new Line(label, seconds, kind, List.of(fields))))
                .toList());
    }

    /** Up to the first line of that label, without it. */
    public Tale until(String label) {
        known(label);
        return new Tale(
                lines.stream().takeWhile(line -> !line.label().equals(label)).toList());
    }

    /** Without the lines of that label. */
    public Tale without(String label) {
        known(label);
        return new Tale(
                lines.stream().filter(line -> !line.label().equals(label)).toList());
    }

    /** The lines of that label with a field changed. */
    public Tale changed(String label, String field, String value) {
        known(label);
        return new Tale(lines.stream()
                .map(line -> line.label().equals(label) ? changed(line, field, value) : line)
                .toList());
    }

    /** Nothing happens until then but that the vehicle is there. */
    public Tale untilTime(double seconds) {
        return tell("time", seconds, Kind.VEHICLE, "soc", "80", "speed", "0", "gear", "P", "ignition", "true");
    }

    /** The history, in the order of time. */
    public History history() {
        History history = new History();
        lines.stream()
                .sorted(java.util.Comparator.comparingDouble(Line::at))
                .forEach(line ->
                        history.add(Math.round(line.at() * Nanos.SECOND), line.kind(), "story", fields(line.fields())));
        return history;
    }

    private void known(String label) {
        if (lines.stream().noneMatch(line -> line.label().equals(label))) {
            throw new IllegalArgumentException("no line is labelled " + label);
        }
    }

    private static Line changed(Line line, String field, String value) {
        List<String> fields = new ArrayList<>(line.fields());
        int at = fields.indexOf(field);
        if (at < 0) {
            fields.addAll(List.of(field, value));
        } else {
            fields.set(at + 1, value);
        }
        return new Line(line.label(), line.at(), line.kind(), fields);
    }

    private static Fields fields(List<String> pairs) {
        Fields fields = Fields.of("story", null);
        for (int i = 0; i < pairs.size(); i += 2) {
            fields.and(pairs.get(i), value(pairs.get(i), pairs.get(i + 1)));
        }
        return fields;
    }

    private static Object value(String name, String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return NUMBERS.contains(name) && text.matches("-?[0-9.]+") ? (Object) Double.valueOf(text) : text;
    }
}
