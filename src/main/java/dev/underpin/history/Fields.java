package dev.underpin.history;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the fields of a record in the order in which they are to be read. */
public final class Fields {
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Fields() {}

    public static Fields of(String name, @Nullable Object value) {
        return new Fields().and(name, value);
    }

    /** Adds a field; null adds nothing. Whole numbers become Long, other numbers Double, anything else but Boolean its text. */
    public Fields and(String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Boolean truth -> values.put(name, truth);
            case Double real -> values.put(name, real);
            case Float real -> values.put(name, real.doubleValue());
            case Number whole -> values.put(name, whole.longValue());
            default -> values.put(name, value.toString());
        }
        return this;
    }

    Map<String, Object> values() {
        return values;
    }
}
