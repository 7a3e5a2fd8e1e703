package dev.underpin.judge.fact;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import java.util.Optional;

/** What people and circumstances did to the vehicle: records of {@link Kind#ACTION} and {@link Kind#FAULT}. */
public final class Hands {
    private Hands() {}

    /** An action with a value that the vehicle granted, such as {@code ignition on}. */
    public static Sign did(String action, String value) {
        return Sign.of(
                "%s %s".formatted(action, value),
                Kind.ACTION,
                entry -> entry.is("action", action) && entry.is("value", value) && entry.flag("granted"));
    }

    /** The value of the last granted action of that name before a place. */
    public static Optional<Entry> last(Facts facts, String action, int before) {
        return facts.lastBefore(before, Kind.ACTION, entry -> entry.is("action", action) && entry.flag("granted"));
    }

    /** Whether the last granted action of that name before a place had that value; false when there was none. */
    public static boolean lastIs(Facts facts, String action, String value, int before) {
        return last(facts, action, before)
                .filter(entry -> entry.is("value", value))
                .isPresent();
    }

    /** A gear other than P that was asked for while nothing else is said about the answer. */
    public static Sign driveGear() {
        return Sign.of(
                "a drive gear",
                Kind.ACTION,
                entry -> entry.is("action", "gear") && !entry.is("value", "P") && !entry.is("value", "N"));
    }

    /** A fault switched: {@code injected} or {@code healed}. */
    public static Sign fault(String fault, String state) {
        return Sign.of(
                "the fault %s %s".formatted(fault, state),
                Kind.FAULT,
                entry -> entry.is("fault", fault) && entry.is("state", state));
    }
}
