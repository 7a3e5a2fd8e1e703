package dev.underpin.vehicle.ecu;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The part of a control unit's memory that survives power loss. Confined to the scheduler's thread. */
public final class NonVolatile {
    private final Map<String, String> cells = new TreeMap<>();

    /** Keeps {@code value} under {@code key}, in place of what was there. */
    public void put(String key, String value) {
        cells.put(key, value);
    }

    /** What is kept under {@code key}. */
    public Optional<String> get(String key) {
        return Optional.ofNullable(cells.get(key));
    }

    /** The keys under which something is kept, in order. */
    public List<String> keys() {
        return List.copyOf(cells.keySet());
    }

    /** The number kept under {@code key}, or {@code otherwise} when none is. */
    public double number(String key, double otherwise) {
        return get(key).map(Double::parseDouble).orElse(otherwise);
    }

    /** Forgets what is kept under {@code key}. */
    public void remove(String key) {
        cells.remove(key);
    }
}
