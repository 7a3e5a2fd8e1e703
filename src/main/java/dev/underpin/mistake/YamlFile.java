package dev.underpin.mistake;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML file that a person wrote, checked against its JSON schema before anything reads it. What is wrong is told with file, line,
 * field, what was expected and what was found.
 */
public final class YamlFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private YamlFile() {}

    /**
     * Reads {@code file}.
     *
     * @param anchor the class beside whose package the schema lies
     * @param schema resource name of the JSON schema (2020-12), relative to {@code anchor}
     * @param shape the record to map the file to
     * @throws UserMistake when the file is missing, is not YAML, or breaks the schema
     */
    public static <T> T read(Path file, Class<?> anchor, String schema, Class<T> shape) {
        return parse(file.toString(), text(file), anchor, schema, shape);
    }

    /**
     * Reads YAML that stands somewhere else than in a file of its own.
     *
     * @param place what messages call it
     */
    public static <T> T parse(String place, String text, Class<?> anchor, String schema, Class<T> shape) {
        JsonNode tree = tree(place, text);
        List<Error> errors = schema(anchor, schema).validate(tree);
        if (!errors.isEmpty()) {
            throw mistake(place, text, tree, errors);
        }
        try {
            return YAML.treeToValue(tree, shape);
        } catch (JacksonException unmapped) {
            throw new IllegalStateException(schema + " allows what " + shape.getName() + " cannot hold", unmapped);
        }
    }

    /** A record as the YAML that {@link #read} maps to an equal one. */
    public static String text(Object shape) {
        return YAML.writeValueAsString(shape);
    }

    private static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            throw UserMistake.in(file.toString(), "", "a YAML file", Files.exists(file) ? "a folder" : "no such file");
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw UserMistake.in(
                    file.toString(), "", "a readable UTF-8 text file", String.valueOf(unreadable.getMessage()));
        }
    }

    private static JsonNode tree(String file, String text) {
        try {
            JsonNode tree = YAML.readTree(text);
            if (!tree.isObject()) {
                throw UserMistake.in(file, "1", "a mapping of fields", "none");
            }
            return tree;
        } catch (JacksonException damaged) {
            var place = damaged.getLocation();
            String line = place == null ? "" : Integer.toString(Math.max(1, place.getLineNr()));
            throw UserMistake.in(file, line, "YAML", firstLine(damaged.getOriginalMessage()));
        }
    }

    private static Schema schema(Class<?> anchor, String name) {
        try (InputStream in = anchor.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no schema " + name + " beside " + anchor.getName());
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static UserMistake mistake(String file, String text, JsonNode tree, List<Error> errors) {
        YamlLines lines = new YamlLines(text);
        return errors.stream()
                .map(error -> SchemaFinding.of(error, tree, lines))
                .min(Comparator.comparingInt(SchemaFinding::line))
                .map(finding -> finding.toMistake(file))
                .orElseThrow();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("something else").strip();
    }
}
