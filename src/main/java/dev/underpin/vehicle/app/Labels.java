package dev.underpin.vehicle.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names in the value tables of the signals: {@code UPDATE_MODE} is written {@code UpdateMode} there. */
final class Labels {
    /** Shared by all worlds; what is known is read without a lock. */
    private static final Map<Enum<?>, String> KNOWN = new ConcurrentHashMap<>();

    private Labels() {}

    static String of(Enum<?> value) {
        String known = KNOWN.get(value);
        return known != null ? known : KNOWN.computeIfAbsent(value, Labels::made);
    }

    private static String made(Enum<?> value) {
        String name = value.name();
        StringBuilder label = new StringBuilder(name.length());
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (letter != '_') {
                label.append(start ? letter : Character.toLowerCase(letter));
            }
            start = letter == '_';
        }
        return label.toString();
    }
}
