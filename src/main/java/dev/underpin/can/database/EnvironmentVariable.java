package dev.underpin.can.database;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * A variable of a remaining-bus simulation (EV_). Kept as it is; nothing on the bus depends on it. Immutable.
 *
 * @param type 0 whole number, 1 floating point, 2 text
 * @param minimum smallest value
 * @param maximum largest value
 * @param unit may be empty
 * @param initial value at the start
 * @param number the file's own count
 * @param access who may read and write it, such as {@code DUMMY_NODE_VECTOR0}
 * @param nodes symbols of the nodes that use it
 * @param labels value to its name
 * @param dataBytes size if it holds bytes (ENVVAR_DATA_), else null
 * @param attributes what BA_ says of it, by attribute name
 * @param comment what it means; may be empty
 */
public record EnvironmentVariable(
        String symbol,
        long type,
        double minimum,
        double maximum,
        String unit,
        double initial,
        long number,
        String access,
        List<String> nodes,
        NavigableMap<Long, String> labels,
        @Nullable Long dataBytes,
        Map<String, AttributeValue> attributes,
        String comment)
        implements Named {

    public EnvironmentVariable {
        nodes = List.copyOf(nodes);
        labels = Copies.of(labels);
        attributes = Copies.of(attributes);
    }

    @Override
    public String name() {
        return LongNames.of(attributes, LongNames.VARIABLE, symbol);
    }
}
