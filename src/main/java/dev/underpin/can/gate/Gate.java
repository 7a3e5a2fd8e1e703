package dev.underpin.can.gate;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerState;
import dev.underpin.time.Entropy;
import dev.underpin.time.Scheduler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A node's port with a gateway between the node and the bus, where a bench would cut the wire and put one: it lets frames pass both ways
 * but for what its interventions do, one after the other in the order in which they were added. Without any it is the port itself.
 *
 * <p>A frame to the bus that an intervention is about was sent as far as the node can tell as soon as the gateway has it: its
 * confirmation does not wait for the bus.
 *
 * <p>Threading as {@link CanPort}. Nothing to close.
 */
public final class Gate implements CanPort, CanPort.Listener {
    private final Scheduler scheduler;
    private final Entropy entropy;
    private final CanPort bus;
    private Listener[] listeners = {};
    private List<Intervening> chain = List.of();
    private boolean powered = true;
    private int added;

    /**
     * A gate without interventions.
     *
     * @param entropy its chance
     * @param bus the port on the bus, which it listens to from now on
     */
    public Gate(Scheduler scheduler, Entropy entropy, CanPort bus) {
        this.scheduler = scheduler;
        this.entropy = entropy;
        this.bus = bus;
        bus.listen(this);
    }

    /** Intervenes from now on. */
    public Active add(Intervention what) {
        Intervening one = new Intervening(what, scheduler, entropy.fork("intervention " + added++));
        List<Intervening> longer = new ArrayList<>(chain);
        longer.add(one);
        chain = List.copyOf(longer);
        return new Active(one);
    }

    /** Ends an intervention and lets go what it holds back; does nothing when it has ended already. */
    public void remove(Active active) {
        List<Intervening> shorter = new ArrayList<>(chain);
        if (shorter.remove(active.one)) {
            chain = List.copyOf(shorter);
            active.one.end();
        }
    }

    @Override
    public String node() {
        return bus.node();
    }

    @Override
    public void send(CanFrame frame, Runnable confirmation) {
        if (unconcerned(Way.TO_BUS, frame)) {
            bus.send(frame, confirmation);
        } else if (powered) {
            pass(chain, 0, Way.TO_BUS, frame.kept(), bus::send);
            scheduler.after(0, () -> confirm(confirmation));
        }
    }

    private void confirm(Runnable confirmation) {
        if (powered) {
            confirmation.run();
        }
    }

    @Override
    public void received(CanFrame frame) {
        if (unconcerned(Way.TO_NODE, frame)) {
            deliver(frame);
        } else {
            pass(chain, 0, Way.TO_NODE, frame.kept(), this::deliver);
        }
    }

    private boolean unconcerned(Way way, CanFrame frame) {
        return chain.isEmpty() || chain.stream().noneMatch(one -> one.concerns(way, frame));
    }

    private void deliver(CanFrame frame) {
        if (powered) {
            for (Listener listener : listeners) {
                listener.received(frame);
            }
        }
    }

    private static void pass(List<Intervening> chain, int from, Way way, CanFrame frame, Consumer<CanFrame> exit) {
        if (from == chain.size()) {
            exit.accept(frame);
        } else {
            chain.get(from).pass(way, frame, passed -> pass(chain, from + 1, way, passed, exit));
        }
    }

    @Override
    public boolean abort(CanFrame frame) {
        return bus.abort(frame);
    }

    @Override
    public void listen(Listener listener) {
        listeners = Arrays.copyOf(listeners, listeners.length + 1);
        listeners[listeners.length - 1] = listener;
    }

    @Override
    public void dropped(CanFrame frame) {
        for (Listener listener : listeners) {
            listener.dropped(frame);
        }
    }

    @Override
    public void state(ControllerState state) {
        for (Listener listener : listeners) {
            listener.state(state);
        }
    }

    @Override
    public ControllerState state() {
        return bus.state();
    }

    @Override
    public void power(boolean on) {
        powered = on;
        bus.power(on);
    }

    @Override
    public void recover() {
        bus.recover();
    }

    /** An intervention that was added. */
    public static final class Active {
        private final Intervening one;

        private Active(Intervening one) {
            this.one = one;
        }

        public Intervention what() {
            return one.what();
        }
    }
}
