package dev.underpin.can.virtual;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.FdNotSupported;
import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A CAN bus in virtual time (ISO 11898-1). At each idle the pending frame with the smallest arbitration field starts, takes its exact
 * duration, stuff bits included, and at the end of its last bit is shown to the observers, delivered to the other nodes in the order in
 * which they attached, and confirmed to its sender. Three bits of intermission later the next one starts.
 *
 * <p>Frames queued at one instant compete, in whatever order the nodes queued them. Two nodes that send the same arbitration field at
 * once take turns in the order of attachment. A node without another powered node gets no acknowledgement and repeats its frame until
 * somebody listens; observers see acknowledged frames only. A node powered up within a frame takes part from the next frame on.
 *
 * <p>Threading: the scheduler's thread. Nothing to close.
 */
public final class VirtualBus implements CanBus {
    private final Scheduler scheduler;
    private final String name;
    private final BusTiming timing;
    private final long intermission;
    private final Transmission wire = new Transmission();
    private final Alarm next;
    private Node[] nodes = {};
    private Observer[] observers = {};
    private long idleAt;
    private int waiting;

    public VirtualBus(Scheduler scheduler, String name, BusTiming timing) {
        this.scheduler = scheduler;
        this.name = name;
        this.timing = timing;
        this.intermission = timing.nominalNanos(Outcome.ACKNOWLEDGED.bitsToIdle());
        this.next = scheduler.alarm(this::proceed);
        this.idleAt = scheduler.now();
    }

    @Override
    public String name() {
        return name;
    }

    public BusTiming timing() {
        return timing;
    }

    @Override
    public CanPort attach(String node) {
        Node added = new Node(this, node, scheduler.now());
        nodes = Arrays.copyOf(nodes, nodes.length + 1);
        nodes[nodes.length - 1] = added;
        return added;
    }

    @Override
    public void observe(Observer observer) {
        observers = Arrays.copyOf(observers, observers.length + 1);
        observers[observers.length - 1] = observer;
    }

    long now() {
        return scheduler.now();
    }

    /** Refuses a frame that this medium cannot carry. */
    void check(Node node, CanFrame frame) {
        if (frame.fd() && !timing.fd()) {
            throw new FdNotSupported(name, node.node(), frame);
        }
    }

    /** A node has one more frame to send. */
    void queued() {
        waiting++;
        wakeUp();
    }

    private void wakeUp() {
        if (!wire.busy() && !next.armed()) {
            next.at(Math.max(scheduler.now(), idleAt));
        }
    }

    /** A node lost its supply and {@code lost} queued frames; what it had on the wire breaks off. */
    void silenced(Node node, int lost) {
        waiting -= lost;
        if (wire.sender() == node) {
            next.cancel();
            release(Outcome.ABORTED);
            resume();
        }
    }

    private void proceed() {
        Node sender = wire.sender();
        if (sender == null) {
            arbitrate();
        } else {
            end(sender);
        }
    }

    private void arbitrate() {
        Node winner = winner();
        if (winner != null) {
            winner.pending().takeFirst(winner, wire);
            waiting--;
            wire.start(scheduler.now());
            next.at(scheduler.now() + timing.duration(wire.frame()) - intermission);
        }
    }

    private @Nullable Node winner() {
        Node winner = null;
        long lowest = Long.MAX_VALUE;
        for (Node node : nodes) {
            long field = node.pending().firstField();
            if (field < lowest) {
                lowest = field;
                winner = node;
            }
        }
        return winner;
    }

    private void end(Node sender) {
        if (acknowledged(sender)) {
            complete(sender);
            resume();
            return;
        }
        sender.pending().restore(wire.key(), wire.frame(), wire.confirmation());
        waiting++;
        release(Outcome.UNACKNOWLEDGED);
        if (hasCompany(sender)) {
            resume();
        }
    }

    /** Whether another node is powered: without one a repetition cannot be acknowledged, and none is played until one joins. */
    private boolean hasCompany(Node sender) {
        for (Node node : nodes) {
            if (node != sender && node.powered()) {
                return true;
            }
        }
        return false;
    }

    /** A node was powered up: who has waited for company tries again. */
    void joined() {
        resume();
    }

    private boolean acknowledged(Node sender) {
        for (Node node : nodes) {
            if (node != sender && node.followsSince(wire.started())) {
                return true;
            }
        }
        return false;
    }

    private void complete(Node sender) {
        CanFrame frame = wire.frame();
        Runnable confirmation = wire.confirmation();
        long started = wire.started();
        release(Outcome.ACKNOWLEDGED);
        for (Observer observer : observers) {
            observer.frame(scheduler.now(), sender.node(), frame);
        }
        for (Node node : nodes) {
            if (node != sender && node.followsSince(started)) {
                node.deliver(frame);
            }
        }
        if (sender.followsSince(started)) {
            confirmation.run();
        }
    }

    private void release(Outcome outcome) {
        wire.clear();
        idleAt = scheduler.now() + timing.nominalNanos(outcome.bitsToIdle());
    }

    private void resume() {
        if (waiting > 0) {
            wakeUp();
        }
    }
}
