package dev.underpin.can.socketcan;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node that shares its interface with the others of its side. */
final class SideNode implements CanPort {
    private final Side side;
    private final String name;
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Transit> queued = new ArrayList<>();
    private boolean powered = true;

    SideNode(Side side, String name) {
        this.side = side;
        this.name = name;
    }

    @Override
    public String node() {
        return name;
    }

    @Override
    public void send(CanFrame frame, Runnable confirmation) {
        if (powered) {
            Transit transit = new Transit(this, frame.kept(), confirmation);
            queued.add(transit);
            side.send(transit);
        }
    }

    @Override
    public boolean abort(CanFrame frame) {
        for (Transit transit : queued) {
            if (transit.frame().equals(frame) && side.abort(transit)) {
                queued.remove(transit);
                return true;
            }
        }
        return false;
    }

    @Override
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void power(boolean on) {
        powered = on;
        if (!on) {
            queued.forEach(side::abort);
            queued.clear();
        }
    }

    @Override
    public ControllerState state() {
        return side.state();
    }

    @Override
    public void recover() {
        // restart-ms of the interface
    }

    void hear(CanFrame frame) {
        if (powered) {
            List.copyOf(listeners).forEach(listener -> listener.received(frame));
        }
    }

    void sent(Transit transit) {
        queued.remove(transit);
        if (powered) {
            transit.confirmation().run();
        }
    }

    /** Gives up the frame if it is one of its own; null when it is not. */
    @Nullable
    Transit drop(CanFrame frame) {
        for (Transit transit : queued) {
            if (transit.frame().equals(frame)) {
                queued.remove(transit);
                listeners.forEach(listener -> listener.dropped(frame));
                return transit;
            }
        }
        return null;
    }

    void state(ControllerState state) {
        listeners.forEach(listener -> listener.state(state));
    }
}
