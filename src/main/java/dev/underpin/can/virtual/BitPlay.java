package dev.underpin.can.virtual;

import dev.underpin.can.BusTiming;
import dev.underpin.can.bits.ProtocolController;
import dev.underpin.can.bits.WireFrame;
import dev.underpin.can.disturb.BitMoment;
import dev.underpin.can.disturb.Disturbances;
import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Plays a bus bit by bit: every controller puts its level on the medium, dominant wins, disturbances have their way, every controller
 * reads. Runs from a beginning until all controllers are idle.
 *
 * <p>All nodes share the beginnings of bits. In the data phase of a CAN FD frame a step lasts one data bit; whoever does not follow the
 * phase takes as many steps for a bit as the rates' ratio, rounded.
 */
final class BitPlay {
    private final Scheduler scheduler;
    private final VirtualBus bus;
    private final BusTiming timing;
    private final Disturbances disturbances;
    private final ProtocolController probe;
    private final BitMoment moment = new BitMoment();
    private final Alarm alarm;
    private final int ratio;
    private boolean running;
    private long origin;
    private long nominalBits;
    private long dataBits;
    private long began;
    private long ends;
    private int medium = 1;
    private boolean fast;
    private int[] drives = {};
    private int probeSteps;
    private double senderOffset;

    BitPlay(
            Scheduler scheduler,
            VirtualBus bus,
            BusTiming timing,
            Disturbances disturbances,
            ProtocolController probe) {
        this.scheduler = scheduler;
        this.bus = bus;
        this.timing = timing;
        this.disturbances = disturbances;
        this.probe = probe;
        this.alarm = scheduler.alarm(this::bitEnded);
        this.ratio = timing.fd()
                ? (int) Math.max(1, Math.round((double) timing.dataBitRate() / timing.nominalBitRate()))
                : 1;
    }

    boolean running() {
        return running;
    }

    /** When the bit began that is on the wire. */
    long bitBegan() {
        return began;
    }

    /** A bit begins now. */
    void begin() {
        beginAt(scheduler.now());
        alarm.at(ends);
    }

    /** A bit began at {@code start}; what has passed since is caught up with. */
    void catchUp(long start) {
        long now = scheduler.now();
        beginAt(start);
        while (ends <= now) {
            read();
            put();
        }
        alarm.at(ends);
    }

    /** Of the intermission {@code over} bits have passed; the next one began at {@code start}. */
    void catchUpWithIntermission(long start, int over) {
        for (Node node : bus.nodes()) {
            if (!node.controller().absent()) {
                node.controller().follow(over);
            }
        }
        probe.follow(over);
        catchUp(start);
    }

    private void beginAt(long start) {
        running = true;
        origin = start;
        nominalBits = 0;
        dataBits = 0;
        ends = start;
        put();
    }

    private void bitEnded() {
        read();
        if (settled()) {
            running = false;
            bus.playEnded();
        } else {
            put();
            alarm.at(ends);
        }
    }

    private boolean settled() {
        if (!probe.idle()) {
            return false;
        }
        for (Node node : bus.nodes()) {
            if (!node.controller().idle() || node.controller().integrating()) {
                return false;
            }
        }
        return true;
    }

    /**
     * What a node would send has changed. At the very instant at which a bit of an idle bus began it still begins with that bit, and may
     * take the place of a less urgent frame of the same node.
     */
    void join(Node node) {
        if (!running || began != scheduler.now()) {
            return;
        }
        node.reconsider();
        for (int i = 0; i < drives.length; i++) {
            if (bus.nodes()[i] == node && node.controller().idle()) {
                drives[i] = node.controller().drive();
            }
        }
    }

    /** The bit begins: levels are put on the medium. */
    private void put() {
        began = ends;
        Node[] nodes = bus.nodes();
        if (drives.length != nodes.length) {
            drives = java.util.Arrays.copyOf(drives, nodes.length);
        }
        boolean anyFast = probe.fast();
        for (int i = 0; i < nodes.length; i++) {
            Node node = nodes[i];
            if (node.clock().steps() == 0) {
                drives[i] = node.controller().drive();
            }
            anyFast |= !node.detached() && node.controller().fast();
        }
        fast = anyFast;
        count(nodes);
    }

    /** What the medium carries in this bit: dominant wins, then disturbances have their way. */
    private void carry(Node[] nodes, int present) {
        int together = 1;
        Node sender = null;
        for (int i = 0; i < present; i++) {
            together &= nodes[i].detached() ? 1 : drives[i];
            if (sender == null && nodes[i].controller().sending() != null) {
                sender = nodes[i];
            }
        }
        if (sender != null) {
            bus.landings().plays(sender.node());
        }
        say(sender);
        disturbances.begin(moment);
        medium = disturbances.medium(moment, together);
        senderOffset = sender == null ? 0 : disturbances.clockOffset(sender.node()) * 1e-6;
    }

    private void count(Node[] nodes) {
        if (fast) {
            dataBits++;
            for (Node node : nodes) {
                if (node.clock().steps() == 0) {
                    node.clock().steps(node.controller().fast() ? 1 : ratio);
                }
            }
            probeSteps = probeSteps == 0 ? (probe.fast() ? 1 : ratio) : probeSteps;
        } else {
            nominalBits++;
            for (Node node : nodes) {
                node.clock().steps(1);
            }
            probeSteps = 1;
        }
        ends = origin + timing.nominalNanos(nominalBits) + timing.dataNanos(dataBits);
    }

    private void say(@Nullable Node sender) {
        WireFrame frame = sender == null ? null : sender.controller().sending();
        if (frame == null || sender == null) {
            moment.other(began, medium, probe.field(), probe.place());
        } else {
            moment.frame(began, medium, frame, sender.controller().sendIndex());
        }
    }

    /** The bit ends: everybody reads; an independent listener first, senders last. */
    private void read() {
        Node[] nodes = bus.nodes();
        int present = Math.min(nodes.length, drives.length);
        carry(nodes, present);
        if (--probeSteps == 0) {
            probe.sample(medium);
        }
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < present; i++) {
                boolean sends = nodes[i].controller().sending() != null;
                if (sends == (pass == 1) && nodes[i].clock().steps() > 0) {
                    read(nodes[i], drives[i]);
                }
            }
        }
    }

    private void read(Node node, int drive) {
        BitClock clock = node.clock();
        clock.steps(clock.steps() - 1);
        if (clock.steps() > 0) {
            return;
        }
        int seen = node.detached() ? drive : disturbances.seen(node.node(), moment, medium);
        if (disturbances.none()) {
            node.controller().sample(seen);
            return;
        }
        double drift = disturbances.clockOffset(node.node()) * 1e-6 - senderOffset;
        if (node.controller().idle() || drift == 0) {
            clock.synchronise();
            node.controller().sample(seen);
            return;
        }
        for (int left = clock.readings(drift); left > 0; left--) {
            node.controller().sample(seen);
        }
        clock.resynchronise(seen);
    }
}
