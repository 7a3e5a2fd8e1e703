package dev.underpin.judge;

import java.util.List;

/** What holds in every scenario, whatever it is about. */
final class Invariants {
    private Invariants() {}

    static List<Promise> all() {
        return List.of();
    }
}
