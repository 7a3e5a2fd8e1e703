package dev.underpin.vehicle.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The lamps of the instrument cluster, as the driver sees them. Dark while the cluster has no power. Threading: the scheduler's thread. */
public final class Cluster {
    private final Map<Lamp, Colour> lit = new EnumMap<>(Lamp.class);
    private final List<Listener> listeners = new ArrayList<>();

    /** Adds who is told when a lamp changes. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** The colour of a lamp, or {@link Colour#OFF}. */
    public Colour colour(Lamp lamp) {
        return lit.getOrDefault(lamp, Colour.OFF);
    }

    /** Names of the lamps that are lit, in the order of {@link Lamp}. */
    public List<String> lit() {
        return lit.keySet().stream().map(Lamp::label).toList();
    }

    void show(Lamp lamp, Colour colour) {
        Colour before = colour == Colour.OFF ? lit.remove(lamp) : lit.put(lamp, colour);
        if ((before == null ? Colour.OFF : before) != colour) {
            Colour told = colour == Colour.OFF && before != null ? before : colour;
            List.copyOf(listeners).forEach(listener -> listener.lamp(lamp, told, colour != Colour.OFF));
        }
    }

    void dark() {
        List.copyOf(lit.keySet()).forEach(lamp -> show(lamp, Colour.OFF));
    }

    /** Hears of lamps. */
    @FunctionalInterface
    public interface Listener {
        /** A lamp was lit in {@code colour}, or the lamp that was lit in {@code colour} went out. */
        void lamp(Lamp lamp, Colour colour, boolean lit);
    }
}
