package dev.underpin.judge;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which checker decides which clause. */
final class Checkers {
    private Checkers() {}

    static Map<String, Checker> byClause() {
        Map<String, Checker> checkers = new LinkedHashMap<>();
        checkers.putAll(UpdateCheckers.byClause());
        return checkers;
    }
}
