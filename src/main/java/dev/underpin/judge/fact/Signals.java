package dev.underpin.judge.fact;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import java.util.Optional;
import java.util.Set;

/** State signals on the buses. A signal keeps its value until a record says otherwise. */
public final class Signals {
    private static final Set<String> ON = Set.of("Yes", "On");

    private Signals() {}

    /** A change of a signal to on or off. */
    public static Sign became(String message, String signal, boolean on) {
        return change(message, signal)
                .where(entry -> isOn(entry) == on)
                .called("%s.%s %s".formatted(message, signal, on ? "on" : "off"));
    }

    /** Any change of a signal. */
    public static Sign change(String message, String signal) {
        return Sign.of(
                "%s.%s".formatted(message, signal),
                Kind.SIGNAL,
                entry -> entry.is("message", message) && entry.is("signal", signal));
    }

    /** The record that tells the value of a signal at a place. */
    public static Optional<Entry> at(Facts facts, String message, String signal, int place) {
        return change(message, signal).lastBefore(facts, place);
    }

    /** Whether a signal was on at a place; false when it was never seen. */
    public static boolean on(Facts facts, String message, String signal, int place) {
        return at(facts, message, signal, place).filter(Signals::isOn).isPresent();
    }

    /** Whether a signal's record says on. */
    public static boolean isOn(Entry signal) {
        return signal.text("label").isEmpty()
                ? signal.number("value").filter(value -> value != 0).isPresent()
                : ON.contains(signal.text("label"));
    }
}
