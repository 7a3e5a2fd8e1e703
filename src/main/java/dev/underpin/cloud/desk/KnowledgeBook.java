package dev.underpin.cloud.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The desk's knowledge of trouble codes, from {@code faults.yaml}. Immutable. */
public final class KnowledgeBook implements TriageBook {
    private final Map<String, Fault> faults;

    private KnowledgeBook(Map<String, Fault> faults) {
        this.faults = Collections.unmodifiableMap(faults);
    }

    /** The book that comes with the product; read once. */
    public static KnowledgeBook standard() {
        return Holder.STANDARD;
    }

    @Override
    public Assessment assess(Snapshot snapshot, Set<String> tried) {
        return new RootCause(this, snapshot, tried).assess();
    }

    @Override
    public Optional<Fault> fault(String code) {
        return Optional.ofNullable(faults.get(code));
    }

    /** All known codes, in the file's order. */
    public Set<String> codes() {
        return faults.keySet();
    }

    private static KnowledgeBook read(InputStream in) {
        Map<String, Fault> faults = new LinkedHashMap<>();
        new YAMLMapper()
                .readTree(in)
                .path("faults")
                .properties()
                .forEach(entry -> faults.put(entry.getKey(), fault(entry.getKey(), entry.getValue())));
        return new KnowledgeBook(faults);
    }

    private static Fault fault(String code, JsonNode json) {
        return new Fault(
                code,
                json.path("text").asString(),
                texts(json.path("ecus")),
                json.path("subject").asString(""),
                texts(json.path("lamps")),
                json.path("colour").asString("amber"),
                Fault.Verdict.valueOf(json.path("verdict").asString()),
                json.path("recurs").asBoolean(false),
                json.has("routine") ? Optional.of(json.path("routine").asString()) : Optional.empty(),
                json.path("reset").asBoolean(false),
                texts(json.path("guidance")),
                texts(json.path("explains")));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    /** The product's book, read when it is first asked for. */
    private static final class Holder {
        static final KnowledgeBook STANDARD = load();

        private static KnowledgeBook load() {
            try (InputStream in = KnowledgeBook.class.getResourceAsStream("faults.yaml")) {
                if (in == null) {
                    throw new IllegalStateException("faults.yaml is not beside this class");
                }
                return read(in);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the knowledge of faults", e);
            }
        }
    }
}
