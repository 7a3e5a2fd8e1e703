package dev.underpin.judge;

import dev.underpin.history.Entry;
import java.util.List;

/**
 * What a checker found.
 *
 * @param verdict the outcome
 * @param reason what was seen, in words
 * @param records the records that decided, in their order
 */
public record Finding(Verdict verdict, String reason, List<Entry> records) {
    public Finding {
        records = List.copyOf(records);
    }

    /** The promise was kept, as these records show. */
    public static Finding pass(String reason, Entry... records) {
        return new Finding(Verdict.PASS, reason, List.of(records));
    }

    /** The promise was broken, as these records show. */
    public static Finding fail(String reason, Entry... records) {
        return new Finding(Verdict.FAIL, reason, List.of(records));
    }

    /** Not decided yet: {@code missing} completes "not seen yet: ...". */
    public static Finding open(String missing, Entry... records) {
        return new Finding(Verdict.INCONCLUSIVE, "not seen yet: " + missing, List.of(records));
    }

    /** The promise does not apply: {@code why} completes "does not apply: ...". */
    public static Finding notRun(String why) {
        return new Finding(Verdict.NOT_RUN, "does not apply: " + why, List.of());
    }

    /** The same finding, decided by these records. */
    public Finding by(List<Entry> deciding) {
        return new Finding(verdict, reason, deciding);
    }

    /** Whether the promise was kept. */
    public boolean passed() {
        return verdict == Verdict.PASS;
    }
}
