package dev.underpin.vehicle.app;

import dev.underpin.vehicle.ecu.EcuContext;
import dev.underpin.vehicle.ecu.table.DtcSpec;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The lamps that a control unit's fault memory asks for (status bit 7), each in the most urgent colour of the codes behind it. */
final class LampRequests {
    private final EcuContext context;
    private final Set<Lamp> possible = EnumSet.noneOf(Lamp.class);
    private Map<Lamp, Colour> asked = new EnumMap<>(Lamp.class);

    LampRequests(EcuContext context, EcuSpec spec) {
        this.context = context;
        spec.dtcs().stream()
                .map(DtcSpec::lamp)
                .filter(lamp -> !lamp.isEmpty())
                .map(Lamp::of)
                .forEach(possible::add);
    }

    /** The colour that was asked for at the last look. */
    Colour colour(Lamp lamp) {
        return asked.getOrDefault(lamp, Colour.OFF);
    }

    /** Asks the fault memory; returns whether it asks for something else than at the last look. */
    boolean look() {
        Map<Lamp, Colour> before = asked;
        asked = new EnumMap<>(Lamp.class);
        possible.forEach(lamp -> asked.put(lamp, Colour.of(context.lampColour(lamp.label()))));
        return !asked.equals(before);
    }

    void fill(Frame frame) {
        asked.forEach((lamp, colour) -> frame.set(lamp.request(), colour));
    }
}
