package dev.underpin.judge.fact;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A history, asked for the records of one kind before and after a place in it. A place is the index of a record; {@link #BEGINNING}
 * lies before all of them.
 */
public final class Facts {
    /** The place before the first record. */
    public static final int BEGINNING = -1;

    /** The place behind the last record. */
    public static final int END = Integer.MAX_VALUE;

    private final History history;

    public Facts(History history) {
        this.history = history;
    }

    /** The moment of the last record, vehicle time in nanoseconds. */
    public long now() {
        return history.entries().isEmpty() ? 0 : history.entries().getLast().at();
    }

    /** The first record behind {@code place} that fits. */
    public Optional<Entry> firstAfter(int place, Kind kind, Predicate<Entry> which) {
        List<Entry> records = history.of(kind);
        for (int i = positionAfter(records, place); i < records.size(); i++) {
            if (which.test(records.get(i))) {
                return Optional.of(records.get(i));
            }
        }
        return Optional.empty();
    }

    /** The last record before {@code place} that fits. */
    public Optional<Entry> lastBefore(int place, Kind kind, Predicate<Entry> which) {
        List<Entry> records = history.of(kind);
        for (int i = positionAfter(records, place - 1) - 1; i >= 0; i--) {
            if (which.test(records.get(i))) {
                return Optional.of(records.get(i));
            }
        }
        return Optional.empty();
    }

    /** The records between two places, both excluded, that fit. */
    public List<Entry> between(int from, int to, Kind kind, Predicate<Entry> which) {
        List<Entry> records = history.of(kind);
        return records
                .subList(
                        positionAfter(records, from),
                        Math.max(positionAfter(records, from), positionAfter(records, to - 1)))
                .stream()
                .filter(which)
                .toList();
    }

    /** All records that fit. */
    public List<Entry> all(Kind kind, Predicate<Entry> which) {
        return history.of(kind).stream().filter(which).toList();
    }

    private static int positionAfter(List<Entry> records, int place) {
        int low = 0;
        int high = records.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (records.get(middle).index() <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
