package dev.underpin.mistake;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** One violation of a schema in the words of the person who wrote the file. */
record SchemaFinding(int line, String field, String expected, String found) {
    static SchemaFinding of(Error error, JsonNode tree, YamlLines lines) {
        List<String> path = path(error);
        JsonNode value = tree;
        for (String step : path) {
            value = value.isArray() ? value.get(Integer.parseInt(step)) : value.get(step);
        }
        String property = error.getProperty();
        if (property != null && !property.isEmpty()) {
            path.add(property);
        }
        return new SchemaFinding(lines.lineOf(path), String.join(".", path), expected(error), found(error, value));
    }

    UserMistake toMistake(String file) {
        return UserMistake.in(
                file, "%d: field %s".formatted(line, field.isEmpty() ? "(whole file)" : field), expected, found);
    }

    private static List<String> path(Error error) {
        List<String> path = new ArrayList<>();
        var location = error.getInstanceLocation();
        for (int i = 0; i < location.getNameCount(); i++) {
            path.add(location.getName(i));
        }
        return path;
    }

    private static String expected(Error error) {
        return switch (error.getKeyword()) {
            case "required" -> "the field to be there";
            case "additionalProperties", "unevaluatedProperties" -> "one of the known fields" + knownFields(error);
            case "type" ->
                "a value of type "
                        + error.getSchemaNode().asString(error.getSchemaNode().toString());
            case "enum" -> "one of " + error.getSchemaNode();
            default -> error.getMessage();
        };
    }

    private static String knownFields(Error error) {
        Object schema = error.getSchemaNode();
        return schema instanceof JsonNode node && node.isObject() && node.has("properties")
                ? ": " + String.join(", ", new TreeSet<>(node.get("properties").propertyNames()))
                : "";
    }

    private static String found(Error error, JsonNode value) {
        return switch (error.getKeyword()) {
            case "required" -> "nothing";
            case "additionalProperties", "unevaluatedProperties" -> "'" + error.getProperty() + "'";
            default -> value.toString();
        };
    }
}
