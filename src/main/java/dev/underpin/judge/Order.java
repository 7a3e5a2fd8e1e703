package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Proves that things happened one after the other: takes the earliest record of each, and stays open at the first that is missing. */
final class Order {
    private final History history;
    private final List<Entry> found = new ArrayList<>();
    private int after;
    private @Nullable String missing;

    private Order(History history, int after) {
        this.history = history;
        this.after = after;
    }

    static Order in(History history) {
        return new Order(history, -1);
    }

    /** Looks only at what came after the record of that index. */
    static Order after(History history, int index) {
        return new Order(history, index);
    }

    /** The same as far as here, to go on another way. */
    Order copy() {
        Order copy = new Order(history, after);
        copy.found.addAll(found);
        copy.missing = missing;
        return copy;
    }

    /** The next thing: {@code what} completes "not seen yet: ...". */
    Order then(String what, Kind kind, Predicate<Entry> wanted) {
        if (missing == null) {
            Past.firstAfter(history, kind, after, wanted).ifPresentOrElse(this::take, () -> missing = what);
        }
        return this;
    }

    private void take(Entry entry) {
        found.add(entry);
        after = entry.index();
    }

    /** Lets the record found last decide, with what led to it; open while something is missing. */
    Finding judge(Function<Entry, Finding> judgement) {
        if (missing != null) {
            return Finding.open(missing, records());
        }
        Finding finding = judgement.apply(last());
        return new Finding(finding.verdict(), finding.reason(), found);
    }

    /** Whether nothing is missing. */
    boolean complete() {
        return missing == null;
    }

    /** The record found last; only when {@link #complete()} after at least one {@link #then}. */
    Entry last() {
        return found.getLast();
    }

    /** Everything found so far. */
    Entry[] records() {
        return found.toArray(Entry[]::new);
    }

    /** Pass with all records, or open. */
    Finding pass(String reason) {
        return missing == null ? Finding.pass(reason, records()) : Finding.open(missing, records());
    }
}
