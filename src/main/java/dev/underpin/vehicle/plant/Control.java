package dev.underpin.vehicle.plant;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A lever or button that is wired to one control unit: the hand asks, the unit answers at once. Without a running unit behind it
 * the answer is {@link Answer#NO_ANSWER}.
 *
 * @param <T> what can be asked for
 */
public final class Control<T> {
    private @Nullable Function<T, Answer> unit;

    /** Connects the control unit that decides; it replaces the former one. */
    public void connect(Function<T, Answer> deciding) {
        unit = deciding;
    }

    /** The control unit is no longer there. */
    public void disconnect() {
        unit = null;
    }

    /** Asks for {@code wish}. */
    Answer ask(T wish) {
        return unit == null ? Answer.NO_ANSWER : unit.apply(wish);
    }
}
