package dev.underpin.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The history as JSON lines: {@code {"index","at","kind","source", fields...}}, {@code at} in nanoseconds of vehicle time. */
public final class JsonLines {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonLines() {}

    /** Writes every record, one a line; the caller closes {@code out}. */
    public static void write(History history, OutputStream out) throws IOException {
        for (Entry entry : history.entries()) {
            out.write(line(entry));
        }
    }

    static byte[] line(Entry entry) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("index", entry.index());
        object.put("at", entry.at());
        object.put("kind", entry.kind().name());
        object.put("source", entry.source());
        entry.fields().forEach(object::put);
        return (JSON.writeValueAsString(object) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
