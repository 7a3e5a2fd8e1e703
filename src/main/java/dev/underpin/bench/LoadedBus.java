package dev.underpin.bench;

import dev.underpin.bench.Traffic.Message;
import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.log.FrameRecorder;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.history.History;
import dev.underpin.time.Alarm;
import dev.underpin.time.Entropy;
import dev.underpin.time.VirtualScheduler;
import java.util.List;

/** A virtual bus under {@link Traffic}: every frame competes, is acknowledged, counted, and delivered to the 19 other nodes. */
final class LoadedBus {
    private final VirtualScheduler time = new VirtualScheduler();
    private final VirtualBus bus = new VirtualBus(time, "bench", BusTiming.classic(Traffic.BIT_RATE), new Entropy(1));
    private final Ear[] ears = new Ear[Traffic.NODES];
    private long seen;

    /** @param recorded whether a history keeps every frame */
    LoadedBus(List<Message> traffic, boolean recorded) {
        CanPort[] ports = new CanPort[Traffic.NODES];
        for (int i = 0; i < ports.length; i++) {
            ports[i] = bus.attach("node " + i);
            ears[i] = new Ear();
            ports[i].listen(ears[i]);
        }
        traffic.forEach(message -> new Cycle(ports[message.node()], message));
        if (recorded) {
            bus.observe(new FrameRecorder(new History().frames("bench")));
        } else {
            bus.observe((at, sender, frame) -> seen++);
        }
    }

    /** Plays up to {@code until} nanoseconds of bus time; tells how many frames went by. */
    long run(long until) {
        long before = delivered();
        time.runUntil(until);
        return (delivered() - before) / 8 / (Traffic.NODES - 1);
    }

    private long delivered() {
        long octets = 0;
        for (Ear ear : ears) {
            octets += ear.octets;
        }
        return octets;
    }

    /** A node that reads how much data a frame carries. */
    private static final class Ear implements CanPort.Listener {
        private long octets;

        @Override
        public void received(CanFrame frame) {
            octets += frame.dlc();
        }
    }

    /** A message sent again and again. */
    private final class Cycle implements Runnable {
        private final CanPort port;
        private final Message message;
        private final Alarm alarm;
        private long sent;

        Cycle(CanPort port, Message message) {
            this.port = port;
            this.message = message;
            this.alarm = time.alarm(this);
            alarm.at(message.offset());
        }

        @Override
        public void run() {
            port.send(message.content(sent++));
            alarm.in(message.period());
        }
    }
}
