package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks into a history from a certain record on, forwards or backwards. */
final class Past {
    private Past() {}

    /** The first such record of a kind after the record {@code index}. */
    static Optional<Entry> firstAfter(History history, Kind kind, int index, Predicate<Entry> wanted) {
        return after(history, kind, index).filter(wanted).findFirst();
    }

    /** The records of a kind after the record {@code index}, in order. */
    static Stream<Entry> after(History history, Kind kind, int index) {
        List<Entry> all = history.of(kind);
        return all.subList(firstPosition(all, index + 1), all.size()).stream();
    }

    /** The last such record of a kind. */
    static Optional<Entry> last(History history, Kind kind, Predicate<Entry> wanted) {
        return lastBefore(history, kind, Integer.MAX_VALUE, wanted);
    }

    /** The last such record of a kind before the record {@code index}. */
    static Optional<Entry> lastBefore(History history, Kind kind, int index, Predicate<Entry> wanted) {
        List<Entry> all = history.of(kind);
        for (int i = firstPosition(all, index) - 1; i >= 0; i--) {
            if (wanted.test(all.get(i))) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    /** The time of the last record, nanoseconds of vehicle time; 0 when there is none. */
    static long now(History history) {
        return history.revision() == 0 ? 0 : history.entries().getLast().at();
    }

    private static int firstPosition(List<Entry> all, int index) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).index() < index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
