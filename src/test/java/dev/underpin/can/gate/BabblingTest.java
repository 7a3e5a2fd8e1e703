package dev.underpin.can.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BabblingTest {
    private static final CanFrame BABBLE = CanFrame.classic(0, new byte[8]);
    private static final CanFrame HONEST = CanFrame.classic(0x321, (byte) 1);

    private final VirtualScheduler time = new VirtualScheduler();
    private final VirtualBus bus = new VirtualBus(time, "drive", BusTiming.classic(500_000), new Entropy(1));
    private final CanPort honest = bus.attach("honest");
    private final Map<Integer, Integer> counts = new TreeMap<>();

    BabblingTest() {
        bus.attach("listener");
        bus.observe((at, sender, frame) -> counts.merge(frame.id(), 1, Integer::sum));
    }

    @Test
    void back_to_back_it_leaves_the_others_nothing_until_it_falls_silent() {
        Babbling idiot = new Babbling(time, bus, new BabblingIdiot(BABBLE, 0));
        honest.send(HONEST);
        time.runUntil(10 * Nanos.MILLISECOND);
        assertThat(counts).containsOnlyKeys(0x321);

        idiot.start();
        time.runUntil(11 * Nanos.MILLISECOND);
        honest.send(HONEST);
        time.runUntil(1011 * Nanos.MILLISECOND);
        assertThat(counts.get(0)).isGreaterThan(3500);
        assertThat(counts).containsEntry(0x321, 1);

        idiot.stop();
        int babbled = counts.get(0);
        time.runUntil(2 * Nanos.SECOND);
        assertThat(counts).containsEntry(0x321, 2).containsEntry(0, babbled);
    }

    @Test
    void with_a_gap_the_others_get_through() {
        new Babbling(time, bus, new BabblingIdiot(BABBLE, Nanos.MILLISECOND)).start();
        time.runUntil(10 * Nanos.MILLISECOND);
        honest.send(HONEST);
        time.runUntil(12 * Nanos.MILLISECOND);

        assertThat(counts).containsEntry(0x321, 1).containsKey(0);
    }

    @Test
    void it_can_start_again() {
        Babbling idiot = new Babbling(time, bus, new BabblingIdiot(BABBLE, 0));
        idiot.start();
        time.runUntil(10 * Nanos.MILLISECOND);
        idiot.stop();
        time.runUntil(20 * Nanos.MILLISECOND);
        int before = counts.get(0);
        idiot.start();
        time.runUntil(30 * Nanos.MILLISECOND);

        assertThat(counts.get(0)).isGreaterThan(before + 30);
    }
}
