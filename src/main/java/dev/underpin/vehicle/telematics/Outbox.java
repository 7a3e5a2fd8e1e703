package dev.underpin.vehicle.telematics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Messages to the cloud that wait for a connection, in order; survives power loss. Confined to the scheduler's thread. */
public final class Outbox {
    private final Deque<Message> waiting = new ArrayDeque<>();

    void add(Message message) {
        waiting.addLast(message);
    }

    Optional<Message> first() {
        return Optional.ofNullable(waiting.peekFirst());
    }

    void removeFirst() {
        waiting.removeFirst();
    }

    /** Throws away what waits. */
    public void clear() {
        waiting.clear();
    }

    /** How many messages wait. */
    public int size() {
        return waiting.size();
    }

    /**
     * A message.
     *
     * @param path where it is posted
     * @param headers header names in lower case
     * @param content the body, or what is signed in it
     * @param signed whether it is wrapped and signed, with a nonce of its own for each try
     */
    record Message(String path, Map<String, String> headers, ObjectNode content, boolean signed) {}
}
