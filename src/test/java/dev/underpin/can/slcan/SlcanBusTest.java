package dev.underpin.can.slcan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerState;
import dev.underpin.can.FdNotSupported;
import dev.underpin.serial.DeviceError;
import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlcanBusTest {
    private static final List<CanFrame> CLASSIC_KINDS = List.of(
            CanFrame.classic(0x7E0, (byte) 2, (byte) 0x10, (byte) 3),
            CanFrame.classic(0x000),
            CanFrame.extended(0x18DA10F1, new byte[8]),
            CanFrame.remote(0x123, false, 8),
            CanFrame.remote(0x1FFFFFFF, true, 0));
    private static final List<CanFrame> FD_KINDS = List.of(
            CanFrame.fd(0x7E0, false, true, new byte[64]),
            CanFrame.fd(0x7E1, false, false, new byte[12]),
            CanFrame.fd(0x18DA10F1, true, true, new byte[20]),
            CanFrame.classic(0x7E2, (byte) 1));

    @Test
    void every_kind_of_frame_passes_both_ways() {
        passBothWays(EmulatedAdapter.classic().opened(), CLASSIC_KINDS);
        passBothWays(EmulatedAdapter.fd().opened(), FD_KINDS);
    }

    private static void passBothWays(EmulatedAdapter rig, List<CanFrame> frames) {
        List<CanFrame> heard = new ArrayList<>();
        CanPort tester = rig.bus.attach("tester");
        tester.listen(heard::add);

        for (CanFrame frame : frames) {
            tester.send(frame);
            rig.pass(10);
            rig.other.send(frame);
            rig.pass(10);
        }

        assertThat(rig.atOther).isEqualTo(frames);
        assertThat(heard).isEqualTo(frames);
        assertThat(rig.bus.health().garbage()).isZero();
    }

    @Test
    void it_opens_whatever_the_adapter_did_before_and_knows_who_it_is() {
        EmulatedAdapter rig = EmulatedAdapter.classic();
        rig.opened();
        rig.other.send(CanFrame.classic(0x100));
        SlcanBus after = rig.bus;

        after.open(rig.await);

        assertThat(after.version()).isEqualTo("V1013 NU001");
    }

    @Test
    void a_frame_counts_as_sent_when_the_adapter_has_acknowledged_it() {
        EmulatedAdapter rig = EmulatedAdapter.classic().opened();
        List<Long> confirmed = new ArrayList<>();
        long before = rig.scheduler.now();

        rig.bus.attach("tester").send(CLASSIC_KINDS.getFirst(), () -> confirmed.add(rig.scheduler.now()));
        rig.pass(10);

        // t7E03021003 and CR there, z and CR back: 14 bytes of 10 us
        assertThat(confirmed).containsExactly(before + 140 * Nanos.MICROSECOND);
    }

    @Test
    void nodes_behind_one_adapter_hear_each_other_and_observers_hear_all() {
        EmulatedAdapter rig = EmulatedAdapter.classic().opened();
        List<String> seen = new ArrayList<>();
        rig.bus.observe((at, sender, frame) -> seen.add(sender + " " + frame));
        CanPort one = rig.bus.attach("one");
        CanPort two = rig.bus.attach("two");
        List<CanFrame> atOne = new ArrayList<>();
        List<CanFrame> atTwo = new ArrayList<>();
        one.listen(atOne::add);
        two.listen(atTwo::add);

        one.send(CanFrame.classic(0x101));
        rig.pass(5);
        rig.other.send(CanFrame.classic(0x102));
        rig.pass(5);

        assertThat(atOne).containsExactly(CanFrame.classic(0x102));
        assertThat(atTwo).containsExactly(CanFrame.classic(0x101), CanFrame.classic(0x102));
        assertThat(seen).containsExactly("one 101#", "bus 102#");
    }

    @Test
    void waiting_frames_compete_by_identifier_and_can_be_taken_back() {
        EmulatedAdapter rig = EmulatedAdapter.classic().opened();
        CanPort tester = rig.bus.attach("tester");
        IntStream.range(0, 100).forEach(i -> tester.send(CanFrame.classic(0x700, (byte) i)));
        CanFrame last = CanFrame.classic(0x700, (byte) 99);

        tester.send(CanFrame.classic(0x001));

        assertThat(tester.abort(last)).isTrue();
        assertThat(tester.abort(last)).isFalse();
        rig.pass(100);
        assertThat(rig.atOther).hasSize(100);
        assertThat(rig.atOther.indexOf(CanFrame.classic(0x001))).isLessThan(70);
    }

    @Test
    void a_bus_slower_than_the_line_is_no_reason_to_refuse_frames() {
        EmulatedAdapter rig = new EmulatedAdapter(BusTiming.classic(125_000), 2_000_000, 0).opened();
        CanPort tester = rig.bus.attach("tester");

        IntStream.range(0, 200).forEach(i -> tester.send(CanFrame.classic(0x300, (byte) i, (byte) 0, (byte) 0)));
        rig.pass(1_000);

        assertThat(rig.atOther).extracting(frame -> frame.at(0)).isSorted().hasSize(200);
        assertThat(rig.bus.health().crowded()).isZero();
    }

    @Test
    void nor_is_a_bus_that_others_keep_busy() {
        EmulatedAdapter rig = new EmulatedAdapter(BusTiming.classic(125_000), 2_000_000, 0).opened();
        CanPort tester = rig.bus.attach("tester");
        IntStream.range(0, 300).forEach(i -> rig.other.send(CanFrame.classic(0x100, new byte[8])));

        IntStream.range(0, 200).forEach(i -> tester.send(CanFrame.classic(0x300, (byte) i, (byte) 0, (byte) 0)));
        rig.pass(2_000);

        assertThat(rig.atOther).extracting(frame -> frame.at(0)).isSorted().hasSize(200);
        assertThat(rig.bus.health().crowded()).isZero();
        assertThat(rig.bus.health().sound()).isTrue();
    }

    @Test
    void a_frame_for_which_the_adapter_has_no_room_is_sent_again() {
        EmulatedAdapter rig = EmulatedAdapter.classic().opened();
        rig.emulator.raise(0x02);
        rig.emulator.mischief().refuse(1);

        rig.bus.attach("tester").send(CanFrame.classic(0x300));
        rig.pass(50);

        assertThat(rig.atOther).containsExactly(CanFrame.classic(0x300));
        assertThat(rig.bus.health().crowded()).isOne();
        assertThat(rig.bus.health().refused()).isZero();
    }

    @Test
    void it_is_dropped_rather_than_overtaken_by_one_of_its_identifier() {
        EmulatedAdapter rig = EmulatedAdapter.classic().opened();
        CanPort tester = rig.bus.attach("tester");
        List<CanFrame> dropped = new ArrayList<>();
        tester.listen(new Drops(dropped));
        rig.emulator.raise(0x02);
        rig.emulator.mischief().refuse(1);

        IntStream.range(0, 20).forEach(i -> tester.send(CanFrame.classic(0x300, (byte) i)));
        rig.pass(100);

        assertThat(dropped).containsExactly(CanFrame.classic(0x300, (byte) 0));
        assertThat(rig.atOther).extracting(frame -> frame.at(0)).isSorted().hasSize(19);
    }

    @Test
    void a_frame_refused_for_good_is_told_as_dropped() {
        EmulatedAdapter rig = EmulatedAdapter.classic().opened();
        List<CanFrame> dropped = new ArrayList<>();
        CanPort tester = rig.bus.attach("tester");
        tester.listen(new Drops(dropped));
        rig.emulator.mischief().refuse(1);

        tester.send(CanFrame.classic(0x301));
        tester.send(CanFrame.classic(0x302));
        rig.pass(20);

        assertThat(dropped).containsExactly(CanFrame.classic(0x301));
        assertThat(rig.atOther).containsExactly(CanFrame.classic(0x302));
        assertThat(rig.bus.health().refused()).isOne();
    }

    @Test
    void after_an_answer_that_never_came_the_dialog_is_in_step_again() {
        EmulatedAdapter rig = EmulatedAdapter.classic().opened();
        List<CanFrame> dropped = new ArrayList<>();
        CanPort tester = rig.bus.attach("tester");
        tester.listen(new Drops(dropped));
        rig.emulator.mischief().forget(1);

        tester.send(CanFrame.classic(0x301));
        rig.pass(3_000);
        tester.send(CanFrame.classic(0x302));
        rig.pass(20);

        assertThat(rig.atOther).contains(CanFrame.classic(0x302));
        assertThat(rig.bus.health().unanswered()).isPositive();
        assertThat(rig.bus.health().sound()).isFalse();
    }

    @Test
    void garbage_on_the_line_is_skipped_and_counted() {
        EmulatedAdapter rig = EmulatedAdapter.classic().opened();
        List<CanFrame> heard = new ArrayList<>();
        rig.bus.attach("tester").listen(heard::add);

        rig.emulator.say("t12");
        rig.emulator.say("\u0001\u00ff$GPGGA");
        rig.emulator.say("x".repeat(100_000));
        rig.pass(2_000);
        rig.other.send(CanFrame.classic(0x102));
        rig.pass(20);

        assertThat(heard).containsExactly(CanFrame.classic(0x102));
        assertThat(rig.bus.health().garbage()).isEqualTo(3);
    }

    @Test
    void its_flags_tell_lost_frames_bus_errors_and_the_state_of_its_controller() {
        EmulatedAdapter rig = EmulatedAdapter.classic().opened();
        List<ControllerState> states = new ArrayList<>();
        rig.bus.attach("tester").listen(new States(states));

        List<String> losses = new ArrayList<>();
        rig.bus.tellLosses(losses::add);

        rig.emulator.raise(0x08 | 0x80 | 0x20);
        rig.pass(1_100);
        rig.emulator.raise(0x04);
        rig.pass(1_000);
        rig.pass(1_000);

        assertThat(states)
                .containsExactly(
                        ControllerState.ERROR_PASSIVE, ControllerState.ERROR_WARNING, ControllerState.ERROR_ACTIVE);
        assertThat(rig.bus.health().framesLost()).isOne();
        assertThat(rig.bus.health().busErrors()).isOne();
        assertThat(losses).containsExactly("frames from the bus for which the adapter had no room");
    }

    @Test
    void an_adapter_off_the_bus_says_so_and_comes_back_when_told() {
        EmulatedAdapter rig = EmulatedAdapter.classic().opened();
        CanPort tester = rig.bus.attach("tester");

        rig.emulator.say("sb256000");
        rig.pass(20);
        assertThat(tester.state()).isEqualTo(ControllerState.BUS_OFF);
        assertThat(rig.bus.health().sound()).isFalse();

        tester.recover();
        rig.pass(20);
        assertThat(tester.state()).isEqualTo(ControllerState.ERROR_ACTIVE);
    }

    @Test
    void frames_that_the_line_is_too_slow_for_are_told_as_lost() {
        EmulatedAdapter rig = new EmulatedAdapter(BusTiming.classic(1_000_000), 115_200, 0).opened();

        IntStream.range(0, 1_000).forEach(i -> rig.other.send(CanFrame.classic(0x100, new byte[8])));
        rig.pass(3_000);

        assertThat(rig.emulator.framesLost()).isPositive();
        assertThat(rig.bus.health().framesLost()).isPositive();
    }

    @Test
    void unplugged_in_mid_run_it_says_what_to_do() {
        EmulatedAdapter rig = EmulatedAdapter.classic().opened();
        CanPort tester = rig.bus.attach("tester");

        rig.emulator.close();

        assertThatThrownBy(() -> rig.pass(1))
                .isInstanceOf(DeviceError.class)
                .hasMessage(
                        "adapter /dev/ttyACM0 of bus drive: running: expected it to stay connected, found that it was"
                                + " unplugged; plug it in, then start the run again");
        assertThatThrownBy(() -> tester.send(CanFrame.classic(1))).isInstanceOf(DeviceError.class);
    }

    @Test
    void a_device_that_says_nothing_is_the_wrong_one() {
        EmulatedAdapter rig = EmulatedAdapter.classic();
        rig.emulator.mischief().mute();

        assertThatThrownBy(rig::opened)
                .isInstanceOf(DeviceError.class)
                .hasMessageContaining("V: expected the version of an slcan adapter, found no answer")
                .hasMessageContaining("ls -l /dev/serial/by-id");
    }

    @Test
    void a_device_that_answers_something_else_is_the_wrong_one_and_what_it_says_is_told() {
        EmulatedAdapter rig = EmulatedAdapter.classic();
        rig.emulator.mischief().say("login: \r");

        assertThatThrownBy(rig::opened).isInstanceOf(DeviceError.class).hasMessageContaining("found 'login: '");
    }

    @Test
    void an_adapter_without_can_fd_is_named_on_a_bus_with_it() {
        BusTiming fd = new BusTiming(500_000, 2_000_000);
        EmulatedAdapter rig =
                new EmulatedAdapter(BusTiming.classic(500_000), SlcanSettings.of(fd, 1_000_000), 1_000_000, 0);

        assertThatThrownBy(rig::opened)
                .isInstanceOf(DeviceError.class)
                .hasMessageContaining("Y2: expected an adapter with CAN FD, found a refusal (BEL)")
                .hasMessageContaining("its version is 'V1013'");
    }

    @Test
    void a_can_fd_frame_on_a_classical_bus_is_refused_before_it_leaves() {
        EmulatedAdapter rig = EmulatedAdapter.classic().opened();

        assertThatThrownBy(() -> rig.bus.attach("tester").send(FD_KINDS.getFirst()))
                .isInstanceOf(FdNotSupported.class);
    }

    @Test
    void a_node_without_power_neither_sends_nor_hears() {
        EmulatedAdapter rig = EmulatedAdapter.classic().opened();
        List<CanFrame> heard = new ArrayList<>();
        CanPort tester = rig.bus.attach("tester");
        tester.listen(heard::add);
        tester.power(false);

        tester.send(CanFrame.classic(0x101));
        rig.other.send(CanFrame.classic(0x102));
        rig.pass(10);

        assertThat(heard).isEmpty();
        assertThat(rig.atOther).isEmpty();
    }

    private record Drops(List<CanFrame> dropped) implements CanPort.Listener {
        @Override
        public void received(CanFrame frame) {}

        @Override
        public void dropped(CanFrame frame) {
            dropped.add(frame);
        }
    }

    private record States(List<ControllerState> states) implements CanPort.Listener {
        @Override
        public void received(CanFrame frame) {}

        @Override
        public void state(ControllerState state) {
            states.add(state);
        }
    }
}
