package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Things that happen one after the other, where the user and the radio link take what time they like: the earliest record of each is
 * taken, and the first that is missing leaves the promise open.
 */
final class Order {
    private final Facts facts;
    private final List<Entry> found = new ArrayList<>();
    private int place;
    private @Nullable String missing;

    private Order(Facts facts, int place) {
        this.facts = facts;
        this.place = place;
    }

    static Order in(Facts facts) {
        return new Order(facts, Facts.BEGINNING);
    }

    /** Looks only behind {@code place}. */
    static Order after(Facts facts, int place) {
        return new Order(facts, place);
    }

    /** The next thing. */
    Order then(Sign sign) {
        if (missing == null) {
            sign.firstAfter(facts, place).ifPresentOrElse(this::take, () -> missing = sign.words());
        }
        return this;
    }

    private void take(Entry entry) {
        found.add(entry);
        place = entry.index();
    }

    /** Whether nothing is missing. */
    boolean complete() {
        return missing == null;
    }

    /** The record found last; only after a {@link #then} that found one. */
    Entry last() {
        return found.getLast();
    }

    /** Pass with all records, or open. */
    Finding pass(String reason) {
        return judge(last -> Finding.pass(reason));
    }

    /** Lets the record found last decide, with what led to it; open while something is missing. */
    Finding judge(Function<Entry, Finding> judgement) {
        return (missing == null ? judgement.apply(last()) : Finding.open(missing)).by(found);
    }
}
