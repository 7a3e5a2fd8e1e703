package dev.underpin.vehicle.app;

import java.util.Locale;

/** What a lamp's colour tells the driver: red stop, amber check soon, blue and green information. */
public enum Colour {
    OFF,
    AMBER,
    RED,
    BLUE,
    GREEN;

    /** The name in lower case, as tables and records write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The colour that a table calls {@code label}. */
    static Colour of(String label) {
        if (label.isEmpty()) {
            return OFF;
        }
        for (Colour colour : values()) {
            if (colour.name().equalsIgnoreCase(label)) {
                return colour;
            }
        }
        throw new IllegalArgumentException("no lamp is \"%s\"".formatted(label));
    }

    /** The one of the two that asks for more attention. */
    Colour or(Colour other) {
        return urgency() >= other.urgency() ? this : other;
    }

    private int urgency() {
        return switch (this) {
            case OFF -> 0;
            case BLUE, GREEN -> 1;
            case AMBER -> 2;
            case RED -> 3;
        };
    }
}
