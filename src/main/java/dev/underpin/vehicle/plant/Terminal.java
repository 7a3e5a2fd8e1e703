package dev.underpin.vehicle.plant;

import java.util.ArrayList;
import java.util.List;

/** One end of the 12 V distribution, where the wire to an ECU begins: a relay and the voltage of the net behind it. */
public final class Terminal {
    private static final double STEP_VOLTS = 0.1;

    private final String ecu;
    private final Feed feed;
    private final List<Listener> listeners = new ArrayList<>();
    private boolean relay;
    private double net;
    private double volts;

    Terminal(String ecu, Feed feed, double volts) {
        this.ecu = ecu;
        this.feed = feed;
        this.relay = feed == Feed.PERMANENT;
        net(volts);
    }

    /** The ECU at the other end of the wire. */
    public String ecu() {
        return ecu;
    }

    /** Which relay feeds it. */
    public Feed feed() {
        return feed;
    }

    /** Voltage offered to the wire, volts, in steps of 0.1 V; 0 while the relay is open. */
    public double volts() {
        return volts;
    }

    /** Adds who is told when the voltage changes, and tells it the present one. */
    public void listen(Listener listener) {
        listeners.add(listener);
        listener.offered(volts);
    }

    boolean closed() {
        return relay;
    }

    void relay(boolean closed) {
        relay = closed;
        settle();
    }

    final void net(double voltage) {
        net = Math.round(voltage / STEP_VOLTS) * STEP_VOLTS;
        settle();
    }

    private void settle() {
        double now = relay ? net : 0;
        if (now != volts) {
            volts = now;
            List.copyOf(listeners).forEach(listener -> listener.offered(now));
        }
    }

    /** Which relay feeds an ECU. */
    public enum Feed {
        /** Straight from the battery: gateway and telematics. */
        PERMANENT,
        /** The drive relay, which opens some seconds after the last reason to be awake. */
        DRIVE,
        /** The infotainment relay, which opens a second after the last reason to be awake. */
        INFOTAINMENT
    }

    /** Hears of changes of the voltage. */
    @FunctionalInterface
    public interface Listener {
        /** The wire is now offered {@code volts}. */
        void offered(double volts);
    }
}
