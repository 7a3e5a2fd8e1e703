package dev.underpin.vehicle.app;

import dev.underpin.can.CanFrame;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The lamps that another control unit asks for in its alive frame; a unit that falls silent still means its last word. */
final class LampsAsked {
    private final Inbox inbox;
    private final String alive;
    private final Map<Lamp, String> signals = new EnumMap<>(Lamp.class);
    private final Map<Lamp, Colour> asked = new EnumMap<>(Lamp.class);
    private @Nullable CanFrame read;

    LampsAsked(Inbox inbox, String unit) {
        this.inbox = inbox;
        this.alive = unit + "_Alive";
        for (Lamp lamp : Lamp.values()) {
            signals.put(lamp, alive + "." + lamp.request());
        }
    }

    Colour colour(Lamp lamp) {
        return asked.getOrDefault(lamp, Colour.OFF);
    }

    /** Takes in the last frame, if it is a new one. */
    void hear() {
        CanFrame frame = inbox.frame(alive);
        if (frame != null && !Objects.equals(frame, read)) {
            read = frame;
            signals.forEach((lamp, signal) -> asked.put(lamp, Colour.of(inbox.label(signal, "Off"))));
        }
    }
}
