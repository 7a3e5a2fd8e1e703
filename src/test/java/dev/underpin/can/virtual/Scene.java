package dev.underpin.can.virtual;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerSettings;
import dev.underpin.can.ControllerState;
import dev.underpin.can.disturb.Disturbance;
import dev.underpin.can.disturb.Disturbances;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A bus at 500 kbit/s (data phase 2 Mbit/s), its nodes, and everything that can be seen of them. */
final class Scene implements CanBus.Observer {
    static final long BIT = 2 * Nanos.MICROSECOND;

    final VirtualScheduler time = new VirtualScheduler();
    final VirtualBus bus;
    final List<String> frames = new ArrayList<>();
    final List<String> heard = new ArrayList<>();
    final List<CanBus.BusError> errors = new ArrayList<>();
    final List<String> states = new ArrayList<>();
    private final Map<String, CanPort> ports = new LinkedHashMap<>();

    Scene(String... nodes) {
        this(1, nodes);
    }

    Scene(long seed, String... nodes) {
        bus = new VirtualBus(time, "drive", new BusTiming(500_000, 2_000_000), new Entropy(seed));
        bus.observe(this);
        for (String node : nodes) {
            attach(node, ControllerSettings.STANDARD);
        }
    }

    Scene attach(String node, ControllerSettings settings) {
        CanPort port = bus.attach(node, settings);
        port.listen(frame -> heard.add(node + " " + frame));
        ports.put(node, port);
        return this;
    }

    CanPort port(String node) {
        return ports.get(node);
    }

    Scene send(String node, CanFrame... queued) {
        for (CanFrame frame : queued) {
            port(node).send(frame, () -> heard.add(node + " sent " + frame));
        }
        return this;
    }

    Disturbances.Active disturb(Disturbance what) {
        return bus.disturb(what);
    }

    Scene run(long bits) {
        time.runUntil(time.now() + bits * BIT);
        return this;
    }

    /** Bit times since the start. */
    long bits() {
        return time.now() / BIT;
    }

    /** "NODE KIND FIELD TEC REC" of every error found. */
    List<String> errors() {
        return errors.stream()
                .map(error -> "%s %s %s %d %d"
                        .formatted(
                                error.node(),
                                error.kind(),
                                error.field(),
                                error.transmitErrors(),
                                error.receiveErrors()))
                .toList();
    }

    /** Those of one node. */
    List<CanBus.BusError> errors(String node) {
        return errors.stream().filter(error -> error.node().equals(node)).toList();
    }

    @Override
    public void frame(long at, String sender, CanFrame frame) {
        frames.add(at / BIT + " " + sender + " " + frame);
    }

    @Override
    public void error(CanBus.BusError error) {
        errors.add(error);
    }

    @Override
    public void state(long at, String node, ControllerState state, int transmitErrors, int receiveErrors) {
        states.add("%d %s %s %d %d".formatted(at / BIT, node, state, transmitErrors, receiveErrors));
    }
}
