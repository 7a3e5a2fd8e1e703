package dev.underpin.cloud.trust;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON trees as the cloud writes them: compact, members in the order in which they were put. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** The array of {@code texts}. */
    public static ArrayNode array(Iterable<String> texts) {
        ArrayNode array = array();
        texts.forEach(array::add);
        return array;
    }

    /**
     * The tree of {@code bytes}.
     *
     * @throws tools.jackson.core.JacksonException when they are not JSON
     */
    public static JsonNode read(byte[] bytes) {
        return MAPPER.readTree(bytes);
    }

    /** The compact text of {@code node}. */
    public static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** The UTF-8 bytes of {@link #text}. */
    public static byte[] bytes(JsonNode node) {
        return text(node).getBytes(StandardCharsets.UTF_8);
    }

    /** The compact text of {@code node} with the members of every object sorted by name: the form that hashes are taken of. */
    public static String canonical(JsonNode node) {
        return text(sorted(node));
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return sortedObject(object);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array();
            array.forEach(element -> copy.add(sorted(element)));
            return copy;
        }
        return node;
    }

    private static ObjectNode sortedObject(ObjectNode object) {
        TreeMap<String, JsonNode> members = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            members.put(member.getKey(), sorted(member.getValue()));
        }
        ObjectNode copy = object();
        members.forEach(copy::set);
        return copy;
    }
}
