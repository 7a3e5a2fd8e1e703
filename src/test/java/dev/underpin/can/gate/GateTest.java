package dev.underpin.can.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.disturb.FrameFilter;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A node "inner" behind a gate and a node "outer" on the bus. */
class GateTest {
    private static final FrameFilter MEANT = FrameFilter.id(0x100);
    private static final Choice OUT = Choice.each(Way.TO_BUS, MEANT);
    private static final Choice IN = Choice.each(Way.TO_NODE, MEANT);

    private final VirtualScheduler time = new VirtualScheduler();
    private final VirtualBus bus = new VirtualBus(time, "drive", BusTiming.classic(500_000), new Entropy(1));
    private final Gate inner = new Gate(time, new Entropy(2), bus.attach("inner"));
    private final CanPort outer = bus.attach("outer");
    private final List<String> heardInside = new ArrayList<>();
    private final List<String> heardOutside = new ArrayList<>();
    private final List<Long> heardOutsideAt = new ArrayList<>();

    GateTest() {
        inner.listen(frame -> heardInside.add(frame.toString()));
        outer.listen(frame -> {
            heardOutside.add(frame.toString());
            heardOutsideAt.add(time.now());
        });
    }

    @Test
    void without_interventions_frames_pass_both_ways_and_are_confirmed_by_the_bus() {
        List<Long> confirmed = new ArrayList<>();
        inner.send(meant(1), () -> confirmed.add(time.now()));
        outer.send(meant(2));
        pass();

        assertThat(heardOutside).containsExactly("100#01");
        assertThat(heardInside).containsExactly("100#02");
        assertThat(confirmed).isEqualTo(heardOutsideAt);
    }

    @Test
    void a_dropped_frame_never_arrives_but_its_sender_believes_that_it_went() {
        inner.add(new Intervention.Drop(OUT));
        List<String> confirmed = new ArrayList<>();
        inner.send(meant(1), () -> confirmed.add("sent"));
        inner.send(other(2));
        pass();

        assertThat(heardOutside).containsExactly("200#02");
        assertThat(confirmed).containsExactly("sent");
    }

    @Test
    void only_the_frame_of_that_number_is_dropped() {
        inner.add(new Intervention.Drop(Choice.only(2, Way.TO_NODE, MEANT)));
        outside(meant(1), meant(2), other(3), meant(4));

        assertThat(heardInside).containsExactly("100#01", "200#03", "100#04");
    }

    @Test
    void a_share_is_drawn_by_chance_and_the_same_seed_draws_the_same() {
        assertThat(survivors(5))
                .isEqualTo(survivors(5))
                .isNotEqualTo(survivors(6))
                .hasSizeBetween(60, 140);
    }

    private static List<String> survivors(int seed) {
        VirtualScheduler time = new VirtualScheduler();
        VirtualBus bus = new VirtualBus(time, "drive", BusTiming.classic(500_000), new Entropy(1));
        Gate gate = new Gate(time, new Entropy(seed), bus.attach("inner"));
        CanPort outer = bus.attach("outer");
        List<String> heard = new ArrayList<>();
        gate.listen(frame -> heard.add(frame.toString()));
        gate.add(new Intervention.Drop(Choice.some(0.5, Way.TO_NODE, MEANT)));
        IntStream.range(0, 200).forEach(number -> outer.send(meant(number)));
        time.runUntil(Nanos.SECOND);
        return heard;
    }

    @Test
    void a_delayed_frame_comes_later_within_the_bounds() {
        inner.add(new Intervention.Delay(OUT, 10 * Nanos.MILLISECOND, 20 * Nanos.MILLISECOND));
        inside(meant(1), other(2));

        assertThat(heardOutside).containsExactly("200#02", "100#01");
        assertThat(heardOutsideAt.getLast()).isBetween(10 * Nanos.MILLISECOND, 21 * Nanos.MILLISECOND);
    }

    @Test
    void a_duplicated_frame_comes_so_many_times_more() {
        inner.add(new Intervention.Duplicate(IN, 2));
        outside(meant(1), other(2));

        assertThat(heardInside).containsExactly("100#01", "100#01", "100#01", "200#02");
    }

    @Test
    void a_reordered_frame_goes_behind_the_next_one_of_its_kind() {
        inner.add(new Intervention.Reorder(Choice.only(1, Way.TO_NODE, MEANT), 1));
        outside(meant(1), other(9), meant(2), meant(3));

        assertThat(heardInside).containsExactly("200#09", "100#02", "100#01", "100#03");
    }

    @Test
    void a_frame_held_back_is_let_go_when_the_intervention_ends() {
        Gate.Active active = inner.add(new Intervention.Reorder(Choice.only(1, Way.TO_NODE, MEANT), 3));
        outside(meant(1));
        assertThat(heardInside).isEmpty();

        inner.remove(active);

        assertThat(heardInside).containsExactly("100#01");
    }

    @Test
    void a_modified_frame_has_the_bits_of_the_mask_changed_and_no_others() {
        inner.add(new Intervention.Modify(IN, 0, 0x0F, 0xFA));
        inner.add(new Intervention.Modify(IN, 5, 0xFF, 0));
        outside(meant(0x35), other(0x35));

        assertThat(heardInside).containsExactly("100#3A", "200#35");
    }

    @Test
    void a_spoofed_frame_follows_the_one_that_sets_it_off() {
        inner.add(new Intervention.Spoof(IN, CanFrame.classic(0x7FF, (byte) 1)));
        outside(meant(1), other(2));

        assertThat(heardInside).containsExactly("100#01", "7FF#01", "200#02");
    }

    @Test
    void a_replayed_frame_comes_again_later() {
        inner.add(new Intervention.Replay(OUT, 50 * Nanos.MILLISECOND));
        inside(meant(1), meant(2));

        assertThat(heardOutside).containsExactly("100#01", "100#02", "100#01", "100#02");
        assertThat(heardOutsideAt.get(2)).isGreaterThan(50 * Nanos.MILLISECOND);
    }

    @Test
    void interventions_act_one_after_the_other_and_those_taken_away_no_more() {
        Gate.Active twice = inner.add(new Intervention.Duplicate(IN, 1));
        inner.add(new Intervention.Drop(Choice.only(2, Way.TO_NODE, MEANT)));
        outside(meant(1));
        inner.remove(twice);
        inner.remove(twice);
        outside(meant(2));

        assertThat(heardInside).containsExactly("100#01", "100#02");
        assertThat(twice.what()).isEqualTo(new Intervention.Duplicate(IN, 1));
    }

    @Test
    void a_node_without_power_neither_sends_nor_hears_through_its_gate() {
        inner.add(new Intervention.Delay(IN, Nanos.MILLISECOND, Nanos.MILLISECOND));
        inner.add(new Intervention.Drop(OUT));
        List<String> confirmed = new ArrayList<>();
        outer.send(meant(1));
        inner.send(meant(2), () -> confirmed.add("sent"));
        time.runUntil(500 * Nanos.MICROSECOND);
        confirmed.clear();
        inner.power(false);
        inner.send(meant(3), () -> confirmed.add("sent"));
        pass();

        assertThat(heardInside).isEmpty();
        assertThat(heardOutside).isEmpty();
        assertThat(confirmed).isEmpty();
    }

    @Test
    void data_that_make_no_sense_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Choice.some(0, Way.TO_BUS, MEANT));
        assertThatIllegalArgumentException().isThrownBy(() -> Choice.only(-1, Way.TO_BUS, MEANT));
        assertThatIllegalArgumentException().isThrownBy(() -> new Intervention.Delay(OUT, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Intervention.Duplicate(OUT, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Intervention.Reorder(OUT, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Intervention.Replay(OUT, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BabblingIdiot(meant(1), -1));
    }

    private void inside(CanFrame... frames) {
        List.of(frames).forEach(inner::send);
        pass();
    }

    /** One after the other, each when the one before is over. */
    private void outside(CanFrame... frames) {
        for (CanFrame frame : frames) {
            outer.send(frame);
            pass();
        }
    }

    private void pass() {
        time.runUntil(time.now() + 100 * Nanos.MILLISECOND);
    }

    private static CanFrame meant(int number) {
        return CanFrame.classic(0x100, (byte) number);
    }

    private static CanFrame other(int number) {
        return CanFrame.classic(0x200, (byte) number);
    }

    @Test
    void frames_are_chosen_by_content_too() {
        Content wanted = Content.of(0, 0xF0, 0x20).and(Content.of(7, 0xFF, 0x55));
        inner.add(new Intervention.Drop(Choice.only(2, Way.TO_BUS, MEANT).with(wanted)));

        for (String data :
                List.of("2100000000000055", "3100000000000055", "2200000000000055", "2200000000000056", "22")) {
            inner.send(CanFrame.classic(0x100, HexFormat.of().parseHex(data)));
        }
        time.runUntil(Nanos.SECOND);

        assertThat(heardOutside)
                .containsExactly("100#2100000000000055", "100#3100000000000055", "100#2200000000000056", "100#22");
        assertThatIllegalArgumentException().isThrownBy(() -> Content.of(8, 0xFF, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Content.of(0, 0x100, 0));
    }

    @Test
    void a_replay_for_ever_ends_with_the_intervention() {
        Intervention replay = new Intervention.Replay(
                Choice.only(1, Way.TO_BUS, MEANT), 10 * Nanos.MILLISECOND, Intervention.Replay.FOR_EVER);
        Gate.Active active = inner.add(replay);
        inner.send(CanFrame.classic(0x100, (byte) 1));
        time.runUntil(95 * Nanos.MILLISECOND);
        inner.remove(active);
        time.runUntil(Nanos.SECOND);

        assertThat(heardOutside).hasSize(1 + 9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Intervention.Replay(OUT, 0, Intervention.Replay.FOR_EVER));
    }

    @Test
    void a_frame_that_shares_its_data_with_its_sender_is_held_as_it_was() {
        inner.add(new Intervention.Delay(OUT, 10 * Nanos.MILLISECOND, 10 * Nanos.MILLISECOND));
        byte[] data = {1};
        CanFrame frame = CanFrame.sharing(0x100, false, false, false, data);
        inner.send(frame, () -> data[0] = 2);
        time.runUntil(Nanos.SECOND);

        assertThat(heardOutside).containsExactly("100#01");
    }
}
