package dev.underpin.can.database;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes which attributes there are and which values they have. */
final class AttributeWriter {
    private final DbcOut out;

    AttributeWriter(DbcOut out) {
        this.out = out;
    }

    void definition(AttributeDefinition definition) {
        List<String> parts = new ArrayList<>();
        parts.add(definition.target().relation() ? "BA_DEF_REL_" : "BA_DEF_");
        if (definition.target() != AttributeTarget.NETWORK) {
            parts.add(definition.target().keyword());
        }
        parts.add(DbcOut.quoted(definition.name()));
        parts.add(type(definition.type()));
        out.statement(parts.toArray());
    }

    private static String type(AttributeType type) {
        return switch (type) {
            case AttributeType.Whole(boolean hexadecimal, long minimum, long maximum) ->
                "%s %d %d".formatted(hexadecimal ? "HEX" : "INT", minimum, maximum);
            case AttributeType.Real(double minimum, double maximum) ->
                "FLOAT %s %s".formatted(DbcOut.number(minimum), DbcOut.number(maximum));
            case AttributeType.Text() -> "STRING";
            case AttributeType.Choice(List<String> choices) ->
                "ENUM " + choices.stream().map(DbcOut::quoted).collect(Collectors.joining(","));
        };
    }

    /** One default for each name, which its definitions share. */
    void defaults(List<AttributeDefinition> definitions) {
        Set<String> written = new HashSet<>();
        for (AttributeDefinition definition : definitions) {
            String keyword = definition.target().relation() ? "BA_DEF_DEF_REL_" : "BA_DEF_DEF_";
            AttributeValue value = definition.otherwise();
            if (value != null && written.add(keyword + definition.name())) {
                out.statement(keyword, DbcOut.quoted(definition.name()), otherwise(definition.type(), value));
            }
        }
    }

    /** Choices stand as text here, unless the same text stands for an earlier one. */
    private static String otherwise(AttributeType type, AttributeValue value) {
        boolean byName = value instanceof AttributeValue.Choice(int index, String choice)
                && type instanceof AttributeType.Choice(List<String> choices)
                && choices.indexOf(choice) == index;
        return byName ? DbcOut.quoted(((AttributeValue.Choice) value).value()) : DbcOut.value(value);
    }

    /** The values of what stands behind the words {@code of}, such as {@code BO_ 256}. */
    void values(Map<String, AttributeValue> attributes, Object... of) {
        attributes.forEach((name, value) -> {
            List<Object> parts = new ArrayList<>(List.of("BA_", DbcOut.quoted(name)));
            parts.addAll(List.of(of));
            parts.add(DbcOut.value(value));
            out.statement(parts.toArray());
        });
    }

    void relation(Relation relation, Database database) {
        List<Object> parts = new ArrayList<>(List.of(
                "BA_REL_",
                DbcOut.quoted(relation.attribute()),
                relation.target().keyword(),
                relation.node()));
        if (relation.target() == AttributeTarget.NODE_TO_SIGNAL) {
            parts.add("SG_");
        }
        if (!relation.message().isEmpty()) {
            parts.add(MessageWriter.id(message(database, relation.message())));
        }
        if (!relation.other().isEmpty()) {
            parts.add(relation.other());
        }
        parts.add(DbcOut.value(relation.value()));
        out.statement(parts.toArray());
    }

    private static Message message(Database database, String symbol) {
        Message independent = database.independent();
        return independent != null && independent.symbol().equals(symbol)
                ? independent
                : database.messages().symbol(symbol);
    }
}
