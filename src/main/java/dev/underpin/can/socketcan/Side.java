package dev.underpin.can.socketcan;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerState;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nodes of a bus that share one interface. */
final class Side implements CanPort.Listener {
    private final String name;
    private final SocketCanPort port;
    private final List<SideNode> nodes = new ArrayList<>();
    /** What the other side sends and this one has not heard yet, in the order in which it was queued. */
    private final List<Transit> expected = new ArrayList<>();

    private long confirmations;
    private @Nullable SocketCanBus bus;
    private @Nullable Side other;

    Side(String name, SocketCanPort port) {
        this.name = name;
        this.port = port;
    }

    /** Takes its place in a bus; {@code opposite} is itself where the bus has one side. */
    void join(SocketCanBus whole, Side opposite) {
        bus = whole;
        other = opposite == this ? null : opposite;
        port.listen(this);
    }

    String name() {
        return name;
    }

    ControllerState state() {
        return port.state();
    }

    CanPort attach(String node) {
        SideNode added = new SideNode(this, node);
        nodes.add(added);
        return added;
    }

    void send(Transit transit) {
        if (other != null) {
            other.expected.add(transit);
        }
        port.send(transit.frame(), () -> sent(transit));
    }

    boolean abort(Transit transit) {
        boolean taken = port.abort(transit.frame());
        if (taken && other != null) {
            other.expected.remove(transit);
        }
        return taken;
    }

    private void sent(Transit transit) {
        transit.confirmed(confirmations++);
        show(transit);
        deliver(transit.frame(), transit.sender());
        transit.sender().sent(transit);
    }

    private void show(Transit transit) {
        if (transit.showsNow() && bus != null) {
            bus.shown(port.at(), transit.sender().node(), transit.frame());
        }
    }

    private void deliver(CanFrame frame, @Nullable SideNode sender) {
        for (SideNode node : List.copyOf(nodes)) {
            if (node != sender) {
                node.hear(frame);
            }
        }
    }

    @Override
    public void received(CanFrame frame) {
        Transit transit = heard(frame);
        if (transit != null) {
            show(transit);
        } else if (bus != null) {
            bus.shown(port.at(), SocketCanBus.OUTSIDE, frame);
        }
        deliver(frame, null);
    }

    /** The frame of the other side that this is; those sent before it that were never heard are lost. */
    private @Nullable Transit heard(CanFrame frame) {
        for (Transit transit : expected) {
            if (transit.frame().equals(frame)) {
                expected.remove(transit);
                forgetOvertaken(transit);
                return transit;
            }
        }
        return null;
    }

    private void forgetOvertaken(Transit by) {
        for (Iterator<Transit> before = expected.iterator(); before.hasNext(); ) {
            Transit transit = before.next();
            if (transit.confirmedBefore(by) && bus != null) {
                before.remove();
                bus.lost(this, transit.sender().node(), transit.frame());
            }
        }
    }

    @Override
    public void dropped(CanFrame frame) {
        for (SideNode node : nodes) {
            Transit transit = node.drop(frame);
            if (transit != null) {
                if (other != null) {
                    other.expected.remove(transit);
                }
                if (bus != null) {
                    bus.lost(this, node.node(), frame);
                }
                return;
            }
        }
    }

    @Override
    public void state(ControllerState state) {
        if (bus != null) {
            bus.state(port.at(), name, state);
        }
        nodes.forEach(node -> node.state(state));
    }
}
