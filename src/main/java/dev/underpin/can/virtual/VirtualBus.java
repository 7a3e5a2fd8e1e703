package dev.underpin.can.virtual;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerSettings;
import dev.underpin.can.ControllerState;
import dev.underpin.can.ErrorKind;
import dev.underpin.can.FrameField;
import dev.underpin.can.bits.ProtocolController;
import dev.underpin.can.disturb.Disturbance;
import dev.underpin.can.disturb.Disturbances;
import dev.underpin.time.Alarm;
import dev.underpin.time.Entropy;
import dev.underpin.time.Scheduler;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A CAN bus in virtual time (ISO 11898-1). At each idle the pending frame with the smallest arbitration field starts, takes its exact
 * duration, stuff bits included, and at the end of its last bit is shown to the observers, delivered to the other nodes in the order in
 * which they attached, and confirmed to its sender. Three bits of intermission later the next one starts.
 *
 * <p>As long as nothing is wrong a frame is one event. When a bit could be read otherwise than it was sent (a disturbance, two senders of
 * one identifier, nobody to acknowledge, an error-passive node, a node that is switched on or off) the bus is played bit by bit until it
 * is idle again, by a {@link ProtocolController} for each node. Both ways give the same frames at the same times.
 *
 * <p>Threading: the scheduler's thread. Nothing to close.
 */
public final class VirtualBus implements CanBus {
    private static final int INTERMISSION = 3;

    private final Scheduler scheduler;
    private final String name;
    private final BusTiming timing;
    private final FrameTime frameTime;
    private final long intermission;

    private final Alarm next;
    private final Contenders contenders = new Contenders();
    private final Spectators spectators = new Spectators();
    private final BitRates rates;
    private final Membership membership = new Membership();
    private final Audience audience = new Audience();
    private final Disturbances disturbances;
    private final DisturbedMedium medium;
    private final ProtocolController probe;
    private final BitPlay play;
    private final Landings landings;
    private Node[] nodes = {};
    private @Nullable Node sender;
    private @Nullable Node soleStarter;
    /** Whether whatever is sent is read alike by everybody and acknowledged by somebody. */
    private boolean calm;

    private long idleAt;

    /** @param entropy chance of the disturbances */
    public VirtualBus(Scheduler scheduler, String name, BusTiming timing, Entropy entropy) {
        this(scheduler, name, timing, entropy, Carrier.NONE);
    }

    /**
     * A bus whose frames travel over something else.
     *
     * @param entropy chance of the disturbances
     */
    public VirtualBus(Scheduler scheduler, String name, BusTiming timing, Entropy entropy, Carrier carrier) {
        this.scheduler = scheduler;
        this.name = name;
        this.timing = timing;
        this.frameTime = new FrameTime(timing);
        this.rates = new BitRates(this);
        this.intermission = timing.nominalNanos(INTERMISSION);
        this.next = scheduler.alarm(this::proceed);
        this.disturbances = new Disturbances(entropy.fork("bus " + name), timing.nominalNanos(1));
        this.medium = new DisturbedMedium(scheduler, disturbances, this::playFromHere);
        this.landings = new Landings(scheduler, timing, spectators, carrier);
        this.probe = Probe.telling(landings::seen);
        this.probe.follow(INTERMISSION);
        this.play = new BitPlay(scheduler, this, timing, disturbances, probe);
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
    public CanPort attach(String node, ControllerSettings settings) {
        boolean quiet = sender == null && !play.running() && scheduler.now() >= idleAt;
        Node added = new Node(this, node, settings);
        if (!quiet) {
            playFromHere();
        }
        nodes = Arrays.copyOf(nodes, nodes.length + 1);
        nodes[nodes.length - 1] = added;
        if (quiet) {
            added.controller().follow(INTERMISSION);
        } else {
            added.controller().powerOn();
        }
        membershipChanged();
        return added;
    }

    @Override
    public void observe(Observer observer) {
        spectators.add(observer);
    }

    @Override
    public void bitRate(String node, long bitsPerSecond) {
        rates.set(node, bitsPerSecond);
    }

    /** Disturbs the bus from now on. */
    public Disturbances.Active disturb(Disturbance what) {
        playFromHere();
        Disturbances.Active active = medium.add(what, nodes);
        disturbancesChanged();
        return active;
    }

    /** Ends a disturbance; does nothing when it has ended already. */
    public void heal(Disturbances.Active active) {
        playFromHere();
        medium.remove(active, nodes);
        disturbancesChanged();
    }

    private void disturbancesChanged() {
        membershipChanged();
        medium.await(membership.acknowledgers() > 0);
    }

    long now() {
        return scheduler.now();
    }

    /** When the bit began that is on the wire. */
    long bitBegan() {
        return play.bitBegan();
    }

    Node[] nodes() {
        return nodes;
    }

    /** How many nodes but this one would acknowledge a frame. */
    int acknowledgersBut(Node node) {
        return node.detached() ? 0 : membership.acknowledgers() - (node.acknowledges() ? 1 : 0);
    }

    /** Whether the wire is another node's: what is played already happened. */
    boolean reserved(Node node) {
        return soleStarter != null && soleStarter != node;
    }

    /** Whether a frame that is queued now goes out at once: nothing is on the wire, nothing waits, and all is well. */
    boolean free(long now) {
        return calm && sender == null && now >= idleAt && contenders.first() == null && !play.running();
    }

    /** A frame goes out: now, or as soon as the bus is idle. */
    void goes(Node node, Flight flight) {
        sender = node;
        next.at(flight.started() + frameTime.nanos(flight.frame()));
    }

    /** A node has put its next frame on the wire. */
    void took(Node node) {
        contenders.update(node);
    }

    /** What a node would send next has changed. */
    void offers(Node node) {
        contenders.update(node);
        Node ahead = sender;
        if (ahead == null) {
            play.join(node);
            wakeUp();
        } else if (scheduler.now() <= ahead.flight().started()
                && node.offered() <= ahead.flight().field()) {
            revoke(ahead);
            wakeUp();
        }
    }

    /** Who acknowledges, or who can send, has changed. */
    void membershipChanged() {
        membership.count(nodes);
        calm = !membership.nervous() && membership.acknowledgers() > 1 && disturbances.none();
        for (Node node : nodes) {
            node.consider();
            contenders.update(node);
        }
        audience.gather(nodes);
        wakeUp();
    }

    /** A node has one more listener. */
    void listenersChanged() {
        audience.gather(nodes);
    }

    /**
     * The bus is idle, or will be at {@link #idleAt}, and the winner of the arbitration is known unless something changes before: its frame
     * is put on its way at once, and taken back if something does.
     */
    private void wakeUp() {
        if (sender != null || play.running() || next.armed()) {
            return;
        }
        Node winner = contenders.first();
        if (winner == null) {
            return;
        }
        long start = Math.max(scheduler.now(), idleAt);
        if (needsBits(winner)) {
            next.at(start);
        } else {
            goes(winner, winner.takeOff(start));
        }
    }

    private boolean needsBits(Node winner) {
        return contenders.tie() || (!calm && troubled(winner));
    }

    private boolean troubled(Node winner) {
        CanFrame frame = winner.first();
        return membership.nervous()
                || frame == null
                || acknowledgersBut(winner) == 0
                || (!disturbances.none() && disturbances.concern(frame));
    }

    /** Takes a frame off the wire again that has not begun. */
    void unstarted(Node node) {
        if (sender == node && scheduler.now() <= node.flight().started()) {
            revoke(node);
        }
    }

    /** A frame that has not begun loses its place on the wire. */
    private void revoke(Node ahead) {
        next.cancel();
        sender = null;
        ahead.backOff();
        contenders.update(ahead);
    }

    private void proceed() {
        Node sending = sender;
        if (sending != null) {
            complete(sending);
        } else if (contenders.first() != null) {
            play.begin();
        }
    }

    private void complete(Node sending) {
        Flight landed = sending.land();
        CanFrame frame = landings.whole(sending, landed.frame());
        sender = null;
        idleAt = scheduler.now() + intermission;
        if (frame == null) {
            landings.lose(sending, landed);
            wakeUp();
            return;
        }
        spectators.frame(scheduler.now(), sending.node(), frame);
        if (membership.counting()) {
            count(sending);
        }
        audience.deliver(sending, frame);
        landings.confirm(sending, landed);
        wakeUp();
    }

    private void count(Node sending) {
        sending.controller().sent();
        for (Node node : nodes) {
            if (node != sending && node.hears()) {
                node.controller().received();
            }
        }
        membershipChanged();
    }

    Landings landings() {
        return landings;
    }

    /** From here on the bus is played bit by bit; what is on the wire already is caught up with. */
    void playFromHere() {
        if (play.running()) {
            return;
        }
        long now = scheduler.now();
        next.cancel();
        Node ahead = sender;
        if (ahead != null && ahead.flight().started() >= now) {
            revoke(ahead);
        }
        Node sending = sender;
        if (sending != null) {
            sender = null;
            long started = sending.flight().started();
            sending.resume();
            soleStarter = sending;
            play.catchUp(started);
            soleStarter = null;
        } else if (now < idleAt) {
            long bit = timing.nominalNanos(1);
            int over = (int) ((now - (idleAt - intermission)) / bit);
            play.catchUpWithIntermission(idleAt - intermission + over * bit, over);
        } else {
            play.begin();
        }
    }

    /** All controllers are idle. */
    void playEnded() {
        idleAt = scheduler.now();
        membershipChanged();
        medium.await(membership.acknowledgers() > 0);
    }

    /** A node found an error. */
    void error(Node node, ErrorKind kind, FrameField field, boolean sending) {
        spectators.error(scheduler.now(), node, kind, field, sending);
    }

    /** A node's fault confinement state changed. */
    void state(Node node, ControllerState state) {
        spectators.state(scheduler.now(), node, state);
        membershipChanged();
    }
}
