package dev.underpin.history;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a record, in the order written. There are few, checkers ask for them very often, and nearly always by the very literal under
 * which they were written: looking along the names is quicker than hashing. Immutable.
 */
final class FieldMap extends AbstractMap<String, Object> {
    private final String[] names;
    private final Object[] values;

    /** The first {@code size} of each. */
    FieldMap(String[] names, Object[] values, int size) {
        this.names = Arrays.copyOf(names, size);
        this.values = Arrays.copyOf(values, size);
    }

    static FieldMap of(Map<String, Object> fields) {
        return fields instanceof FieldMap same
                ? same
                : new FieldMap(
                        fields.keySet().toArray(String[]::new), fields.values().toArray(), fields.size());
    }

    /** Where among the first {@code size} of {@code names} there is {@code name}, or -1. Names are mostly literals: one and the same. */
    @SuppressWarnings("ReferenceEquality")
    static int indexOf(String[] names, int size, @Nullable Object name) {
        for (int i = 0; i < size; i++) {
            if (names[i] == name) {
                return i;
            }
        }
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        int at = indexOf(names, names.length, name);
        return at < 0 ? null : values[at];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return indexOf(names, names.length, name) >= 0;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        for (int i = 0; i < names.length; i++) {
            action.accept(names[i], values[i]);
        }
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        Map<String, Object> copy = new LinkedHashMap<>();
        forEach(copy::put);
        return Collections.unmodifiableMap(copy).entrySet();
    }
}
