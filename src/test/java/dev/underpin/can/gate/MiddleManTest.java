package dev.underpin.can.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.bits.FrameLength;
import dev.underpin.can.disturb.FrameFilter;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MiddleManTest {
    private static final BusTiming TIMING = BusTiming.classic(500_000);
    private static final CanFrame FRAME = CanFrame.classic(0x7E0, (byte) 2, (byte) 0x10, (byte) 3);

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final VirtualBus left = new VirtualBus(scheduler, "left", TIMING, new Entropy(1));
    private final VirtualBus right = new VirtualBus(scheduler, "right", TIMING, new Entropy(2));
    private final CanPort unit = left.attach("unit");
    private final CanPort tester = right.attach("tester");
    private final MiddleMan man = new MiddleMan(scheduler, new Entropy(3), left.attach("man"), right.attach("man"));
    private final List<CanFrame> atUnit = new ArrayList<>();
    private final List<CanFrame> atTester = new ArrayList<>();

    MiddleManTest() {
        unit.listen(frame -> atUnit.add(frame.kept()));
        tester.listen(frame -> atTester.add(frame.kept()));
    }

    private void pass() {
        scheduler.runUntil(scheduler.now() + Nanos.SECOND);
    }

    @Test
    void idle_it_hands_on_every_frame_both_ways_in_order_and_adds_the_length_of_the_frame() {
        List<CanFrame> frames = IntStream.range(0, 100)
                .mapToObj(i -> CanFrame.classic(0x100, (byte) i))
                .toList();
        frames.forEach(unit::send);
        frames.forEach(tester::send);
        pass();

        assertThat(atTester).isEqualTo(frames);
        assertThat(atUnit).isEqualTo(frames);
        assertThat(man.passage().frames()).isEqualTo(200);
    }

    @Test
    void alone_on_both_halves_it_adds_one_frame_and_the_space_between_two() {
        unit.send(FRAME);
        pass();

        assertThat(man.passage().most())
                .isEqualTo(man.passage().mean())
                .isBetween(
                        FrameLength.nanos(FRAME, TIMING) - TIMING.nominalNanos(3),
                        FrameLength.nanos(FRAME, TIMING) + TIMING.nominalNanos(3));
    }

    @Test
    void it_drops_delays_doubles_changes_and_invents_as_its_gate_says() {
        FrameFilter requests = FrameFilter.id(0x7E0);
        Gate.Active drop = man.gate().add(new Intervention.Drop(Choice.only(1, Way.TO_NODE, requests)));
        tester.send(FRAME);
        pass();
        assertThat(atUnit).isEmpty();
        man.gate().remove(drop);

        Gate.Active twice = man.gate().add(new Intervention.Duplicate(Choice.each(Way.TO_NODE, requests), 1));
        tester.send(FRAME);
        pass();
        assertThat(atUnit).containsExactly(FRAME, FRAME);
        man.gate().remove(twice);
        atUnit.clear();

        Gate.Active changed =
                man.gate().add(new Intervention.Modify(Choice.each(Way.TO_BUS, FrameFilter.id(0x7E8)), 1, 0xFF, 0x7F));
        unit.send(CanFrame.classic(0x7E8, (byte) 2, (byte) 0x50, (byte) 3));
        pass();
        assertThat(atTester).containsExactly(CanFrame.classic(0x7E8, (byte) 2, (byte) 0x7F, (byte) 3));
        man.gate().remove(changed);
        atTester.clear();

        man.gate().add(new Intervention.Spoof(Choice.each(Way.TO_NODE, requests), CanFrame.classic(0x7E0, (byte) 0)));
        man.gate()
                .add(new Intervention.Delay(
                        Choice.each(Way.TO_NODE, requests), 300 * Nanos.MILLISECOND, 300 * Nanos.MILLISECOND));
        long sent = scheduler.now();
        List<Long> heard = new ArrayList<>();
        unit.listen(frame -> heard.add(scheduler.now()));
        tester.send(FRAME);
        pass();
        assertThat(atUnit).containsExactly(FRAME, CanFrame.classic(0x7E0, (byte) 0));
        assertThat(heard).allMatch(at -> at - sent >= 300 * Nanos.MILLISECOND);
    }
}
