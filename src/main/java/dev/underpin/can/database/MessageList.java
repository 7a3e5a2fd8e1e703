package dev.underpin.can.database;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The messages of a database, found by name or by identifier. Immutable. */
public final class MessageList extends NamedList<Message> {
    /** No message. */
    public static final int NOWHERE = -1;

    private static final int BASE_IDENTIFIERS = 0x800;

    private final Map<Long, Message> byIdentifier = new HashMap<>();
    private final int[] places = new int[BASE_IDENTIFIERS];

    /** The {@code messages} of {@code file}. */
    public MessageList(String file, Collection<Message> messages) {
        super("message", file, messages);
        messages.forEach(message -> byIdentifier.put(DbcId.of(message.id(), message.extended()), message));
        Arrays.fill(places, NOWHERE);
        for (int i = 0; i < size(); i++) {
            if (!get(i).extended()) {
                places[get(i).id()] = i;
            }
        }
    }

    /** The message with the identifier {@code id} of 29 bits if {@code extended}, else of 11. */
    public Optional<Message> find(int id, boolean extended) {
        return Optional.ofNullable(byIdentifier.get(DbcId.of(id, extended)));
    }

    /** Where in the list the message with the identifier {@code id} of 11 bits is, or {@link #NOWHERE}. Allocates nothing. */
    public int place(int id) {
        return places[id];
    }
}
