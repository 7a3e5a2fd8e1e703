package dev.underpin.can.database;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The messages of a database, found by name or by identifier. Immutable. */
public final class MessageList extends NamedList<Message> {
    private final Map<Long, Message> byIdentifier = new HashMap<>();

    /** The {@code messages} of {@code file}. */
    public MessageList(String file, Collection<Message> messages) {
        super("message", file, messages);
        messages.forEach(message -> byIdentifier.put(DbcId.of(message.id(), message.extended()), message));
    }

    /** The message with the identifier {@code id} of 29 bits if {@code extended}, else of 11. */
    public Optional<Message> find(int id, boolean extended) {
        return Optional.ofNullable(byIdentifier.get(DbcId.of(id, extended)));
    }
}
