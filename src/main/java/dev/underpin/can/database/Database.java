package dev.underpin.can.database;

import dev.underpin.can.CanFrame;
import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The messages of a DBC file. Immutable. */
public final class Database {
    private final String file;
    private final List<String> nodes;
    private final Map<String, Message> byName = new LinkedHashMap<>();
    private final Map<Long, Message> byIdentifier = new HashMap<>();

    Database(String file, List<String> nodes, Collection<Message> messages) {
        this.file = file;
        this.nodes = List.copyOf(nodes);
        for (Message message : messages) {
            byName.put(message.name(), message);
            byIdentifier.put(key(message.id(), message.extended()), message);
        }
    }

    /**
     * Reads a DBC file (UTF-8).
     *
     * @throws UserMistake naming line, column, what was expected and what was found; constructs that are not supported, such as
     *     multiplexed signals and floating point, are told the same way
     */
    public static Database read(Path path) {
        try {
            return parse(path.toString(), Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw UserMistake.in(path.toString(), "", "a readable DBC file in UTF-8", String.valueOf(unreadable));
        }
    }

    /** Reads the text of a DBC file; {@code file} names it in errors, which are as in {@link #read}. */
    public static Database parse(String file, String text) {
        return new DbcParser(file, text).parse();
    }

    /** The nodes of BU_. */
    public List<String> nodes() {
        return nodes;
    }

    /** All messages in the order of the file. */
    public Collection<Message> messages() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /**
     * The message {@code name}.
     *
     * @throws UnknownName when there is none
     */
    public Message message(String name) {
        Message message = byName.get(name);
        if (message == null) {
            throw new UnknownName("message", name, file, byName.keySet());
        }
        return message;
    }

    /** The message with the identifier of {@code frame}. */
    public Optional<Message> find(CanFrame frame) {
        return find(frame.id(), frame.extended());
    }

    /** The message with the identifier {@code id} of 29 bits if {@code extended}, else of 11. */
    public Optional<Message> find(int id, boolean extended) {
        return Optional.ofNullable(byIdentifier.get(key(id, extended)));
    }

    private static Long key(int id, boolean extended) {
        return id | (extended ? 1L << 31 : 0);
    }
}
