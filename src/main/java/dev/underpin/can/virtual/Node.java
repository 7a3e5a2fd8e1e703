package dev.underpin.can.virtual;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import java.util.Arrays;

/** A node of a virtual bus: its transmit queue, its listeners and its supply. */
final class Node implements CanPort {
    private final VirtualBus bus;
    private final String name;
    private final PendingFrames pending = new PendingFrames();
    private Listener[] listeners = {};
    private boolean powered = true;
    private long listeningSince;

    Node(VirtualBus bus, String name, long attachedAt) {
        this.bus = bus;
        this.name = name;
        this.listeningSince = attachedAt;
    }

    @Override
    public String node() {
        return name;
    }

    @Override
    public void send(CanFrame frame, Runnable confirmation) {
        bus.check(this, frame);
        if (powered) {
            pending.add(frame, confirmation);
            bus.queued();
        }
    }

    @Override
    public void listen(Listener listener) {
        listeners = Arrays.copyOf(listeners, listeners.length + 1);
        listeners[listeners.length - 1] = listener;
    }

    @Override
    public void power(boolean on) {
        if (on && !powered) {
            listeningSince = bus.now();
        }
        boolean joins = on && !powered;
        powered = on;
        if (!on) {
            bus.silenced(this, pending.clear());
        } else if (joins) {
            bus.joined();
        }
    }

    boolean powered() {
        return powered;
    }

    PendingFrames pending() {
        return pending;
    }

    /** Whether the controller has followed the bus since {@code started}, so that it takes part in a frame that began then. */
    boolean followsSince(long started) {
        return powered && listeningSince <= started;
    }

    void deliver(CanFrame frame) {
        for (Listener listener : listeners) {
            listener.received(frame);
        }
    }
}
