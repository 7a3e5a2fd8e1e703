package dev.underpin.cloud.registry;

import dev.underpin.cloud.trust.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages for one receiver, numbered from 1 in the order of posting; the receiver asks for those after the last it has seen. */
public final class Mailbox {
    private final List<ObjectNode> messages = new ArrayList<>();

    /** Posts a message of {@code type} with the members of {@code content}. */
    public void post(String type, ObjectNode content) {
        ObjectNode message = Json.object().put("seq", messages.size() + 1).put("type", type);
        message.setAll(content);
        messages.add(message);
    }

    /** The messages numbered higher than {@code seq}. */
    public ArrayNode after(long seq) {
        ArrayNode array = Json.array();
        messages.stream().skip(Math.clamp(seq, 0, messages.size())).forEach(message -> array.add(message.deepCopy()));
        return array;
    }
}
