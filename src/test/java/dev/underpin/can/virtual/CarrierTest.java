package dev.underpin.can.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarrierTest {
    private static final BusTiming TIMING = BusTiming.classic(500_000);
    private static final CanFrame LOST = CanFrame.classic(0x666, new byte[] {1});
    private static final CanFrame FIRST = CanFrame.classic(0x123, new byte[] {1, 2, 3});
    private static final CanFrame SECOND = CanFrame.classic(0x124);

    private final List<String> carried = new ArrayList<>();

    private CanFrame carry(String sender, CanFrame frame) {
        carried.add(sender + " " + frame);
        return frame.equals(LOST) ? null : frame;
    }

    /** What three nodes see of some frames, one of them switched off and on again in between; with times. */
    private List<String> played(Carrier carrier) {
        VirtualScheduler time = new VirtualScheduler();
        VirtualBus bus = new VirtualBus(time, "drive", TIMING, new Entropy(1), carrier);
        List<String> seen = new ArrayList<>();
        bus.observe((at, sender, frame) -> seen.add(at + " medium " + sender + " " + frame));
        List<CanPort> ports = List.of(bus.attach("A"), bus.attach("B"), bus.attach("C"));
        for (CanPort port : ports) {
            port.listen(frame -> seen.add(time.now() + " " + port.node() + " " + frame));
        }
        for (int i = 0; i < 20; i++) {
            CanPort sender = ports.get(i % 3);
            CanFrame frame = CanFrame.classic(0x100 + i, new byte[i % 9]);
            time.after(
                    i * 150 * Nanos.MICROSECOND,
                    () -> sender.send(frame, () -> seen.add(time.now() + " sent " + frame)));
        }
        time.after(420 * Nanos.MICROSECOND, () -> ports.get(2).power(false));
        time.after(1500 * Nanos.MICROSECOND, () -> ports.get(2).power(true));
        time.runUntil(Nanos.SECOND);
        return seen;
    }

    @Test
    void a_bus_whose_frames_are_carried_keeps_the_times_of_one_whose_frames_are_not() {
        assertThat(played(this::carry)).isEqualTo(played(Carrier.NONE));
    }

    @Test
    void each_frame_is_carried_once_also_where_it_is_played_bit_by_bit() {
        List<String> seen = played(this::carry);

        assertThat(carried)
                .containsExactlyElementsOf(seen.stream()
                        .filter(line -> line.contains(" medium "))
                        .map(line -> line.replaceFirst("^\\d+ medium ", ""))
                        .toList());
    }

    @Test
    void a_lost_frame_is_neither_heard_nor_confirmed_and_its_sender_is_told() {
        VirtualScheduler time = new VirtualScheduler();
        VirtualBus bus = new VirtualBus(time, "drive", TIMING, new Entropy(1), this::carry);
        List<String> events = new ArrayList<>();
        bus.observe((at, sender, frame) -> events.add("seen " + frame));
        CanPort sender = bus.attach("A");
        bus.attach("B").listen(frame -> events.add("heard " + frame));
        sender.listen(new CanPort.Listener() {
            @Override
            public void received(CanFrame frame) {}

            @Override
            public void dropped(CanFrame frame) {
                events.add("dropped " + frame);
            }
        });

        for (CanFrame frame : List.of(FIRST, LOST, SECOND)) {
            sender.send(frame, () -> events.add("sent " + frame));
        }
        time.runUntil(Nanos.SECOND);

        assertThat(events)
                .containsExactly(
                        "seen " + FIRST,
                        "heard " + FIRST,
                        "sent " + FIRST,
                        "seen " + SECOND,
                        "heard " + SECOND,
                        "sent " + SECOND,
                        "dropped " + LOST);
    }
}
