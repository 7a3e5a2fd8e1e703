package dev.underpin.vehicle.plant;

import java.util.ArrayList;
import java.util.List;

/**
 * The supply terminals of one ECU: relay, fuse, voltage. An ECU is powered while its relay is closed, its fuse is whole and the net
 * gives at least 6 V.
 */
public final class Terminal {
    private static final double LOWEST_VOLTS = 6;

    private final String ecu;
    private final Feed feed;
    private final List<Listener> listeners = new ArrayList<>();
    private boolean relay;
    private boolean fuse = true;
    private double drop;
    private double net;
    private boolean powered;

    Terminal(String ecu, Feed feed, double volts) {
        this.ecu = ecu;
        this.feed = feed;
        this.net = volts;
        this.relay = feed == Feed.PERMANENT;
        this.powered = relay && volts() >= LOWEST_VOLTS;
    }

    /** The ECU that hangs on these terminals. */
    public String ecu() {
        return ecu;
    }

    /** Which relay feeds it. */
    public Feed feed() {
        return feed;
    }

    /** Whether the ECU is powered. */
    public boolean powered() {
        return powered;
    }

    /** Voltage at the terminals, volts. */
    public double volts() {
        return relay && fuse ? Math.max(0, net - drop) : 0;
    }

    /** Pulls the fuse ({@code false}) or puts it back. */
    public void fuse(boolean whole) {
        fuse = whole;
        settle();
    }

    /** Sets the voltage that is lost on the way to these terminals, volts; 0 is sound. */
    public void drop(double volts) {
        drop = volts;
        settle();
    }

    /** Adds who is told when the ECU gains or loses power; it runs within the change. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    void relay(boolean closed) {
        relay = closed;
        settle();
    }

    void net(double volts) {
        net = volts;
        settle();
    }

    private void settle() {
        boolean now = volts() >= LOWEST_VOLTS;
        if (now != powered) {
            powered = now;
            List.copyOf(listeners).forEach(listener -> listener.supplied(this));
        }
    }

    /** Which relay feeds an ECU. */
    public enum Feed {
        /** Straight from the battery: gateway and telematics. */
        PERMANENT,
        /** The drive relay, which opens some seconds after the last reason to be awake. */
        DRIVE,
        /** The infotainment relay, which opens at once. */
        INFOTAINMENT
    }

    /** Hears of changes of the supply. */
    @FunctionalInterface
    public interface Listener {
        /** The terminals gained or lost power. */
        void supplied(Terminal terminal);
    }
}
