package dev.underpin.history;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the fields of a record in the order in which they are to be read. */
public final class Fields {
    private static final int USUAL = 8;

    private String[] names = new String[USUAL];
    private Object[] values = new Object[USUAL];
    private int size;

    private Fields() {}

    public static Fields of(String name, @Nullable Object value) {
        return new Fields().and(name, value);
    }

    /** Adds a field; null adds nothing. Whole numbers become Long, other numbers Double, anything else but Boolean its text. */
    public Fields and(String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Boolean truth -> put(name, truth);
            case Double real -> put(name, real);
            case Float real -> put(name, real.doubleValue());
            case Number whole -> put(name, whole.longValue());
            default -> put(name, value.toString());
        }
        return this;
    }

    private void put(String name, Object value) {
        int at = FieldMap.indexOf(names, size, name);
        if (at >= 0) {
            values[at] = value;
            return;
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        names[size] = name;
        values[size++] = value;
    }

    Map<String, Object> values() {
        return new FieldMap(names, values, size);
    }
}
