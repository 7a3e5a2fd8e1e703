package dev.underpin.can.database;

import java.util.NavigableMap;

/**
 * A named table of values (VAL_TABLE_); signals carry copies of their own.
 *
 * @param labels raw value to its name
 */
public record ValueTable(String name, NavigableMap<Long, String> labels) {
    public ValueTable {
        labels = Copies.of(labels);
    }
}
