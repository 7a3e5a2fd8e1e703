package dev.underpin.can.slcan;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerState;
import java.util.ArrayList;
import java.util.List;

/** A node behind an adapter. Its controller is the adapter's. */
final class SlcanPort implements CanPort {
    private final SlcanBus bus;
    private final String node;
    private List<Listener> listeners = List.of();
    private boolean powered = true;

    SlcanPort(SlcanBus bus, String node) {
        this.bus = bus;
        this.node = node;
    }

    @Override
    public String node() {
        return node;
    }

    @Override
    public void send(CanFrame frame, Runnable confirmation) {
        if (powered) {
            bus.send(this, frame, () -> {
                if (powered) {
                    confirmation.run();
                }
            });
        }
    }

    @Override
    public boolean abort(CanFrame frame) {
        return bus.abort(this, frame);
    }

    @Override
    public void listen(Listener listener) {
        List<Listener> more = new ArrayList<>(listeners);
        more.add(listener);
        listeners = List.copyOf(more);
    }

    @Override
    public void power(boolean on) {
        powered = on;
        if (!on) {
            bus.forget(this);
        }
    }

    @Override
    public ControllerState state() {
        return bus.state();
    }

    @Override
    public void recover() {
        bus.recover();
    }

    void received(CanFrame frame) {
        if (powered) {
            listeners.forEach(listener -> listener.received(frame));
        }
    }

    void dropped(CanFrame frame) {
        listeners.forEach(listener -> listener.dropped(frame));
    }

    void state(ControllerState state) {
        listeners.forEach(listener -> listener.state(state));
    }
}
