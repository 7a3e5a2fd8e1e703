package dev.underpin.vehicle.telematics;

import dev.underpin.vehicle.telematics.CloudTrouble.Garbled;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the vehicle and its cloud exchange it: one value, no name twice in an object. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An empty array. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /**
     * Reads an object.
     *
     * @throws Garbled when the text is no JSON object
     */
    public static JsonNode read(byte[] utf8) throws Garbled {
        try {
            JsonNode node = MAPPER.readTree(utf8);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException malformed) {
            throw new Garbled("expected a JSON object, but " + malformed.getOriginalMessage());
        }
        throw new Garbled("expected a JSON object, found another value");
    }

    /** Reads a value; a missing node when the text is no JSON. */
    public static JsonNode lenient(byte[] utf8) {
        try {
            return MAPPER.readTree(utf8);
        } catch (JacksonException malformed) {
            return MissingNode.getInstance();
        }
    }
}
