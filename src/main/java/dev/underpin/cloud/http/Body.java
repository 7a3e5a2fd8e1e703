package dev.underpin.cloud.http;

import dev.underpin.cloud.trust.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object of a request. Reading a member that is absent or of another type refuses the request with status 400, code
 * {@code request-malformed} and the member's name.
 *
 * @param json the object
 */
public record Body(ObjectNode json) {
    static Body parse(byte[] bytes) {
        if (bytes.length == 0) {
            return new Body(Json.object());
        }
        try {
            if (Json.read(bytes) instanceof ObjectNode object) {
                return new Body(object);
            }
        } catch (JacksonException e) {
            throw malformed("the body is not JSON");
        }
        throw malformed("the body is not a JSON object");
    }

    /** A text that must be there and not be blank. */
    public String text(String member) {
        return optionalText(member).orElseThrow(() -> expected("a text", member));
    }

    public Optional<String> optionalText(String member) {
        JsonNode node = json.path(member);
        return node.isString() && !node.asString().isBlank() ? Optional.of(node.asString()) : Optional.empty();
    }

    public long whole(String member) {
        JsonNode node = json.path(member);
        if (!node.isIntegralNumber()) {
            throw expected("a whole number", member);
        }
        return node.asLong();
    }

    public boolean flag(String member) {
        JsonNode node = json.path(member);
        if (!node.isBoolean()) {
            throw expected("true or false", member);
        }
        return node.asBoolean();
    }

    /** An object that must be there. */
    public ObjectNode object(String member) {
        if (json.get(member) instanceof ObjectNode object) {
            return object;
        }
        throw expected("an object", member);
    }

    /** The texts of an array; empty when the member is absent. */
    public List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        json.path(member).forEach(node -> texts.add(node.asString("")));
        return texts;
    }

    private ApiError expected(String type, String member) {
        JsonNode found = json.path(member);
        return malformed("%s: expected %s, found %s"
                .formatted(member, type, found.isMissingNode() ? "nothing" : Json.text(found)));
    }

    private static ApiError malformed(String message) {
        return new ApiError(400, "request-malformed", message);
    }
}
