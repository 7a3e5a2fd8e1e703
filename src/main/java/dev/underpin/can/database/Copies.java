package dev.underpin.can.database;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Unmodifiable copies of maps, which keep their order. */
final class Copies {
    private Copies() {}

    static Map<String, AttributeValue> of(Map<String, AttributeValue> attributes) {
        return attributes.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    static NavigableMap<Long, String> of(NavigableMap<Long, String> labels) {
        return Collections.unmodifiableNavigableMap(new TreeMap<>(labels));
    }
}
