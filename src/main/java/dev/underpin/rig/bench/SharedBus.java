package dev.underpin.rig.bench;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerSettings;
import java.util.Set;

/** A bus on which some control units are real: their simulated likenesses are not on it. */
record SharedBus(CanBus bus, Set<String> real) implements CanBus {
    @Override
    public String name() {
        return bus.name();
    }

    @Override
    public CanPort attach(String node, ControllerSettings settings) {
        return real.contains(node) ? new AbsentPort(node) : bus.attach(node, settings);
    }

    @Override
    public void bitRate(String node, long bitsPerSecond) {
        bus.bitRate(node, bitsPerSecond);
    }

    @Override
    public void observe(Observer observer) {
        bus.observe(observer);
    }
}
