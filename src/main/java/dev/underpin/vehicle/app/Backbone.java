package dev.underpin.vehicle.app;

import java.util.Map;
import java.util.TreeMap;

/**
 * The services that the units on the in-vehicle Ethernet offer each other beside diagnostics: life signs, the mode of the vehicle,
 * route guidance. What a unit has said last stays until it says something else.
 */
public final class Backbone {
    private final Map<String, Long> beats = new TreeMap<>();
    private VehicleMode.Told mode = VehicleMode.Told.ASLEEP;
    private boolean navigationActive;

    void beat(String unit, long now) {
        beats.put(unit, now);
    }

    /** When the unit gave its last life sign, vehicle time in nanoseconds; {@link Long#MIN_VALUE} for never. */
    long lastBeat(String unit) {
        return beats.getOrDefault(unit, Long.MIN_VALUE);
    }

    void mode(VehicleMode.Told told) {
        mode = told;
    }

    /** The mode that the gateway told last. */
    VehicleMode.Told mode() {
        return mode;
    }

    void navigation(boolean active) {
        navigationActive = active;
    }

    boolean navigationActive() {
        return navigationActive;
    }
}
