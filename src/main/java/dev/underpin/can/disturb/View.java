package dev.underpin.can.disturb;

import java.util.Set;

/**
 * Who reads a disturbed bit.
 *
 * @param nodes names of nodes; none of them means the medium itself, and with it every node
 */
public record View(Set<String> nodes) {
    public View {
        nodes = Set.copyOf(nodes);
    }

    /** Everybody: the bus carries the disturbed level. */
    public static View all() {
        return new View(Set.of());
    }

    /** These nodes only, as when their part of the wiring is disturbed. */
    public static View of(String... nodes) {
        return new View(Set.of(nodes));
    }

    boolean medium() {
        return nodes.isEmpty();
    }
}
