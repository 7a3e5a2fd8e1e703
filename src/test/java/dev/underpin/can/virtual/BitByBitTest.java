package dev.underpin.can.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.RandomFrames;
import dev.underpin.can.disturb.BitPlace;
import dev.underpin.can.disturb.FlipBit;
import dev.underpin.can.disturb.FrameFilter;
import dev.underpin.can.disturb.HoldLevel;
import dev.underpin.can.disturb.View;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bus played bit by bit does what a bus does on which a frame is one event. */
class BitByBitTest {
    @Test
    void undisturbedTrafficIsTheSameBitByBitAndFrameByFrame() {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(traffic(seed, true)).as("seed %d", seed).isEqualTo(traffic(seed, false));
        }
    }

    /** What observers and nodes see of seeded traffic of four nodes; a bit is forced recessive long after it to have bits played. */
    private static List<String> traffic(int seed, boolean bits) {
        VirtualScheduler time = new VirtualScheduler();
        VirtualBus bus = new VirtualBus(time, "drive", new BusTiming(500_000, 2_000_000), new Entropy(1));
        List<String> seen = new ArrayList<>();
        bus.observe((at, sender, frame) -> seen.add(at + " " + sender + " " + frame));
        Entropy entropy = new Entropy(seed);
        List<CanPort> ports = new ArrayList<>();
        for (String name : List.of("A", "B", "C", "D")) {
            CanPort port = bus.attach(name);
            port.listen(frame -> seen.add(time.now() + " at " + name + " " + frame));
            ports.add(port);
        }
        if (bits) {
            bus.disturb(new HoldLevel(false, Nanos.HOUR, Nanos.HOUR + 1, View.all()));
        }
        RandomFrames.of(seed, 60).distinct().forEach(frame -> {
            int node = (int) entropy.below(ports.size());
            CanFrame own = frame.withId((frame.id() & ~3) | node, frame.extended());
            time.after(
                    entropy.below(60) * 300 * Nanos.MICROSECOND,
                    () -> ports.get(node).send(own, () -> seen.add(time.now() + " sent " + own)));
        });
        time.runUntil(Nanos.SECOND);
        return seen;
    }

    @Test
    void aDisturbanceThatComesWhileAFrameIsOnTheWireMeetsThatFrame() {
        VirtualScheduler time = new VirtualScheduler();
        VirtualBus bus = new VirtualBus(time, "drive", BusTiming.classic(500_000), new Entropy(1));
        CanPort sender = bus.attach("A");
        bus.attach("B");
        List<String> seen = new ArrayList<>();
        bus.observe((at, by, frame) -> seen.add(at / 2000 + " " + frame));
        sender.send(CanFrame.classic(0x700, (byte) 0x55));
        time.runUntil(20 * 2000);
        sender.send(CanFrame.classic(0x100, (byte) 0x55));

        bus.disturb(new FlipBit(
                FrameFilter.id(0x700), 0, BitPlace.of(dev.underpin.can.FrameField.CRC, 3), View.of("nobody")));
        time.runUntil(Nanos.SECOND);

        assertThat(seen).hasSize(2).first().asString().endsWith("700#55");
    }
}
