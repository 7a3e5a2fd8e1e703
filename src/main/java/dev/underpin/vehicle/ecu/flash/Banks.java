package dev.underpin.vehicle.ecu.flash;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The program memory of one control unit: its slots, and the small flash in which the boot loader marks what is to start.
 *
 * @param slots {@code A} and {@code B}, or {@code bank} alone
 * @param marks the boot loader's marks
 */
public record Banks(Map<String, Flash> slots, Flash marks) {
    /** The name under which {@link #decorated} offers the marks. */
    public static final String MARKS = "marks";

    /** The same with a decorator around each flash, which gets the slot's name and the flash. */
    public Banks decorated(Decorator decorator) {
        Map<String, Flash> wrapped = new LinkedHashMap<>();
        slots.forEach((name, flash) -> wrapped.put(name, decorator.around(name, flash)));
        return new Banks(wrapped, decorator.around(MARKS, marks));
    }

    /** Puts something around a flash. */
    @FunctionalInterface
    public interface Decorator {
        Flash around(String slot, Flash flash);
    }
}
