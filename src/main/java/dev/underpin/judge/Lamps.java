package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which lamps of the cluster are lit. */
final class Lamps {
    private Lamps() {}

    /** The names of the lamps that were lit before the record {@code index}. */
    static Set<String> lit(History history, int index) {
        return litRecords(history, index).keySet();
    }

    /** Each lamp lit before the record {@code index}, with the record that says so. */
    static Map<String, Entry> litRecords(History history, int index) {
        Map<String, Entry> lit = new LinkedHashMap<>();
        for (Entry entry : history.of(Kind.LAMP)) {
            if (entry.index() >= index) {
                break;
            }
            if (entry.flag("lit")) {
                lit.put(entry.text("lamp"), entry);
            } else {
                lit.remove(entry.text("lamp"));
            }
        }
        return lit;
    }
}
