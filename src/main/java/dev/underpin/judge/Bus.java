package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.Optional;
import java.util.function.Predicate;

/** What the state signals on the buses read. */
final class Bus {
    private Bus() {}

    static Predicate<Entry> signal(String message, String signal) {
        return entry -> entry.is("signal", signal) && entry.is("message", message);
    }

    static Predicate<Entry> reads(long value) {
        return entry -> entry.number("value").filter(it -> it == value).isPresent();
    }

    /** The last change of a signal before the record {@code index}: what it read then. */
    static Optional<Entry> last(History history, String message, String signal, int index) {
        return Past.lastBefore(history, Kind.SIGNAL, index, signal(message, signal));
    }

    /** The last change of a signal: what it reads now. */
    static Optional<Entry> now(History history, String message, String signal) {
        return last(history, message, signal, Integer.MAX_VALUE);
    }
}
