package dev.underpin.can.database;

import dev.underpin.can.database.DbcToken.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The attributes that a file defines, and what their values mean. Definitions may come after values. */
final class AttributeDrafts {
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");

    /** Attributes of different targets may share a name. */
    record Key(AttributeTarget target, String name) {}

    private final Map<Key, AttributeType> types = new LinkedHashMap<>();
    private final Map<String, AttributeType> byName = new HashMap<>();
    private final Map<String, AttributeType> relationsByName = new HashMap<>();
    private final Map<String, DbcToken> defaults = new HashMap<>();
    private final Map<String, DbcToken> relationDefaults = new HashMap<>();

    Map<String, DbcToken> defaults(boolean relation) {
        return relation ? relationDefaults : defaults;
    }

    /** Takes a definition, unless there is one, or one of another type under the same name, with which it would share its default. */
    boolean define(Key key, AttributeType type) {
        AttributeType first = byName(key.target().relation()).putIfAbsent(key.name(), type);
        boolean alike = first == null
                || (type instanceof AttributeType.Choice ? type.equals(first) : type.getClass() == first.getClass());
        return alike && types.putIfAbsent(key, type) == null;
    }

    boolean defines(String name, boolean relation) {
        return byName(relation).containsKey(name);
    }

    private Map<String, AttributeType> byName(boolean relation) {
        return relation ? relationsByName : byName;
    }

    List<AttributeDefinition> build(DbcTokens tokens) {
        List<AttributeDefinition> definitions = new ArrayList<>();
        types.forEach((key, type) -> {
            DbcToken token = defaults(key.target().relation()).get(key.name());
            AttributeValue otherwise = token == null ? null : value(tokens, type, token);
            definitions.add(new AttributeDefinition(key.target(), key.name(), type, otherwise));
        });
        return definitions;
    }

    Map<String, AttributeValue> values(DbcTokens tokens, AttributeTarget target, Map<String, DbcToken> written) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        written.forEach((name, token) -> values.put(name, value(tokens, target, name, token)));
        return values;
    }

    AttributeValue value(DbcTokens tokens, AttributeTarget target, String name, DbcToken token) {
        return value(tokens, types.get(new Key(target, name)), token);
    }

    private static AttributeValue value(DbcTokens tokens, @Nullable AttributeType type, DbcToken token) {
        return switch (type) {
            case null -> undefined(tokens, token);
            case AttributeType.Whole whole -> new AttributeValue.Whole(whole(tokens, token));
            case AttributeType.Real real -> new AttributeValue.Real(real(tokens, token));
            case AttributeType.Text text -> new AttributeValue.Text(token.text());
            case AttributeType.Choice(List<String> choices) -> choice(tokens, choices, token);
        };
    }

    private static AttributeValue undefined(DbcTokens tokens, DbcToken token) {
        if (token.shape() == Shape.TEXT) {
            return new AttributeValue.Text(token.text());
        }
        return WHOLE.matcher(token.text()).matches()
                ? new AttributeValue.Whole(whole(tokens, token))
                : new AttributeValue.Real(real(tokens, token));
    }

    private static AttributeValue choice(DbcTokens tokens, List<String> choices, DbcToken token) {
        if (token.shape() == Shape.TEXT) {
            int index = choices.indexOf(token.text());
            return index < 0 ? new AttributeValue.Text(token.text()) : new AttributeValue.Choice(index, token.text());
        }
        long index = whole(tokens, token);
        return index < 0 || index >= choices.size()
                ? new AttributeValue.Whole(index)
                : new AttributeValue.Choice((int) index, choices.get((int) index));
    }

    static long whole(DbcTokens tokens, DbcToken token) {
        Long whole = token.shape() == Shape.NUMBER ? DbcTokens.whole(token) : null;
        if (whole != null) {
            return whole;
        }
        double number = real(tokens, token);
        if (number != Math.rint(number) || Math.abs(number) > Long.MAX_VALUE) {
            throw tokens.mistake(token, "a whole number");
        }
        return (long) number;
    }

    static double real(DbcTokens tokens, DbcToken token) {
        if (token.shape() != Shape.NUMBER) {
            throw tokens.mistake(token, "a number, which is what the attribute is");
        }
        return tokens.number(token, "a number");
    }
}
