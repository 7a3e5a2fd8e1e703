package dev.underpin.can.virtual;

import dev.underpin.can.disturb.ClockOffset;
import dev.underpin.can.disturb.Disturbances;
import java.util.Map;
import java.util.TreeMap;

/**
 * The nodes of a bus whose controllers are set to another bit rate. Such a controller is one whose clock is off by as much: bits last as
 * long as those of the bus, and are read at its own times.
 */
final class BitRates {
    private final VirtualBus bus;
    private final Map<String, Disturbances.Active> offsets = new TreeMap<>();

    BitRates(VirtualBus bus) {
        this.bus = bus;
    }

    void set(String node, long bitsPerSecond) {
        Disturbances.Active before = offsets.remove(node);
        if (before != null) {
            bus.heal(before);
        }
        long partsPerMillion = Math.round(1e6 * bitsPerSecond / bus.timing().nominalBitRate()) - 1_000_000;
        if (partsPerMillion != 0) {
            offsets.put(node, bus.disturb(new ClockOffset(node, partsPerMillion)));
        }
    }
}
