package dev.underpin.cloud.http;

import dev.underpin.cloud.trust.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What an endpoint answers.
 *
 * @param headers header names in lower case
 */
public record Reply(int status, Map<String, String> headers, byte[] body) {
    private static final byte[] EMPTY = {};

    public static Reply json(int status, JsonNode body) {
        return json(status, Json.bytes(body));
    }

    /** A reply whose body is JSON already, byte for byte. */
    public static Reply json(int status, byte[] body) {
        return new Reply(status, Map.of("content-type", "application/json"), body);
    }

    public static Reply noContent() {
        return new Reply(204, Map.of(), EMPTY);
    }

    /** The same reply with one more header. */
    public Reply header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
