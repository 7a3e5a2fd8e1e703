package dev.underpin.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the schema of plans says of a kind of fault, for people.
 *
 * @param summary what goes wrong
 * @param parameters name to what it means and which values it takes
 */
public record FaultWords(String summary, Map<String, String> parameters) {
    private static final JsonNode SCHEMA = schema();

    /** The words for a kind. */
    public static FaultWords of(FaultKind kind) {
        JsonNode definition = SCHEMA.at("/$defs/" + kind.id());
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String name : kind.parameters()) {
            parameters.put(name, meaning(definition.path("properties").path(name)));
        }
        return new FaultWords(definition.path("description").asString(), parameters);
    }

    private static String meaning(JsonNode parameter) {
        String words = parameter.path("description").asString();
        if (parameter.has("enum")) {
            List<String> values = StreamSupport.stream(parameter.path("enum").spliterator(), false)
                    .map(JsonNode::asString)
                    .toList();
            return words.contains(values.getFirst())
                    ? words
                    : "%s One of %s.".formatted(words, String.join(", ", values));
        }
        List<String> limits = new ArrayList<>();
        if (parameter.has("minimum")) {
            limits.add("from " + parameter.path("minimum").asString());
        }
        if (parameter.has("maximum")) {
            limits.add("to " + parameter.path("maximum").asString());
        }
        return limits.isEmpty() ? words : "%s (%s)".formatted(words, String.join(" ", limits));
    }

    private static JsonNode schema() {
        try (InputStream in = FaultWords.class.getResourceAsStream(PlanFile.SCHEMA)) {
            return JsonMapper.builder().build().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
