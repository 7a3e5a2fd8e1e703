package dev.underpin.evidence.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One sequence of things observed in a scenario, each a line: what is compared of it, and the line as people read it.
 *
 * @param what the sequence's name: {@code records}, or {@code frames on drive}
 * @param keys what two lines have in common when they tell the same: everything but times
 */
record Lines(String what, List<String> keys, List<String> shown) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Times, numbers of records, and what is worked out from texts that hold times. */
    private static final Set<String> PASSING = Set.of("index", "at", "millis", "records", "crc", "bytes");

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final double NANOS = 1e9;
    private static final int LONGEST = 240;

    /** The records of {@code record.jsonl}. */
    static Lines records(Path file) throws IOException {
        List<String> keys = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            ObjectNode record = (ObjectNode) JSON.readTree(line);
            double at = record.path("at").asLong() / NANOS;
            record.remove(PASSING);
            String told = record.toString();
            keys.add(INSTANT.matcher(told).replaceAll("<time>"));
            shown.add("%.6f s %s".formatted(at, brief(told)));
        }
        return new Lines("records", keys, shown);
    }

    /** The frames of a {@code bus.log} in candump's form: {@code (time) bus frame}. */
    static Lines frames(Path file, String bus) throws IOException {
        List<String> shown = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<String> keys = shown.stream()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
        return new Lines("frames on " + bus, keys, shown);
    }

    private static String brief(String told) {
        return told.length() <= LONGEST ? told : told.substring(0, LONGEST) + "…";
    }
}
