package dev.underpin.can.database;

import dev.underpin.can.CanFrame;
import dev.underpin.mistake.UserMistake;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a DBC file says. Immutable. Two are equal when they say the same, whatever their files are called and in whatever order the
 * sections stand; {@link DbcWriter} writes one. Remarks behind // are not kept.
 *
 * @param version text of VERSION
 * @param newSymbols words of NS_
 * @param bitTiming of BS_; null when the file gives none
 * @param nodes of BU_
 * @param valueTables of VAL_TABLE_
 * @param messages of BO_
 * @param independent the message VECTOR__INDEPENDENT_SIG_MSG, whose signals belong to none and have no place; null without one
 * @param variables of EV_
 * @param definitions of BA_DEF_ and BA_DEF_REL_
 * @param attributes what BA_ says of the network, by attribute name
 * @param relations of BA_REL_
 * @param comments on the network, of CM_
 * @param uninterpreted sections of the DBC format that are kept as text and mean nothing here, such as SGTYPE_ and CAT_
 */
public record Database(
        String version,
        List<String> newSymbols,
        @Nullable BitTiming bitTiming,
        NamedList<Node> nodes,
        List<ValueTable> valueTables,
        MessageList messages,
        @Nullable Message independent,
        NamedList<EnvironmentVariable> variables,
        List<AttributeDefinition> definitions,
        Map<String, AttributeValue> attributes,
        List<Relation> relations,
        List<String> comments,
        List<String> uninterpreted) {

    public Database {
        newSymbols = List.copyOf(newSymbols);
        valueTables = List.copyOf(valueTables);
        definitions = List.copyOf(definitions);
        attributes = Copies.of(attributes);
        relations = List.copyOf(relations);
        comments = List.copyOf(comments);
        uninterpreted = List.copyOf(uninterpreted);
    }

    /**
     * Reads a DBC file: UTF-8 if it has a byte order mark or is valid as such, else windows-1252.
     *
     * @throws UserMistake naming file, line, column, what was expected and what was found
     */
    public static Database read(Path path) {
        return read(path, Overlaps.REFUSED);
    }

    /** As {@link #read(Path)}, where {@code overlaps} says what becomes of signals that share bits. */
    public static Database read(Path path, Overlaps overlaps) {
        return parse(path.toString(), DbcText.read(path), overlaps);
    }

    /** Reads the text of a DBC file; {@code file} names it in errors, which are as in {@link #read(Path)}. */
    public static Database parse(String file, String text) {
        return parse(file, text, Overlaps.REFUSED);
    }

    /** As {@link #parse(String, String)}, where {@code overlaps} says what becomes of signals that share bits. */
    public static Database parse(String file, String text, Overlaps overlaps) {
        return new DbcParser(file, text).parse(overlaps);
    }

    /**
     * The message {@code name}.
     *
     * @throws UnknownName when there is none
     */
    public Message message(String name) {
        return messages.named(name);
    }

    /** The message with the identifier of {@code frame}. */
    public Optional<Message> find(CanFrame frame) {
        return find(frame.id(), frame.extended());
    }

    /** The message with the identifier {@code id} of 29 bits if {@code extended}, else of 11. */
    public Optional<Message> find(int id, boolean extended) {
        return messages.find(id, extended);
    }

    /** The definition of the attribute {@code name} for {@code target}. */
    public Optional<AttributeDefinition> definition(AttributeTarget target, String name) {
        return definitions.stream()
                .filter(definition ->
                        definition.target() == target && definition.name().equals(name))
                .findFirst();
    }
}
