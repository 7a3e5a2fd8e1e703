package dev.underpin.history;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** The history as JSON lines: {@code {"index","at","kind","source", fields...}}, {@code at} in nanoseconds of vehicle time. */
public final class JsonLines {
    private static final ObjectWriter LINES = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .writer()
            .withRootValueSeparator("\n");

    private JsonLines() {}

    /** Writes every record, one a line; the caller closes {@code out}. */
    public static void write(History history, OutputStream out) throws IOException {
        if (history.revision() == 0) {
            return;
        }
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (SequenceWriter lines = LINES.writeValues(text)) {
            for (Entry entry : history.entries()) {
                lines.write(object(entry));
            }
        } catch (JacksonIOException refused) {
            throw new IOException(refused.getMessage(), refused.getCause());
        }
        text.write('\n');
        text.flush();
    }

    private static Map<String, Object> object(Entry entry) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("index", entry.index());
        object.put("at", entry.at());
        object.put("kind", entry.kind().name());
        object.put("source", entry.source());
        entry.fields().forEach(object::put);
        return object;
    }
}
