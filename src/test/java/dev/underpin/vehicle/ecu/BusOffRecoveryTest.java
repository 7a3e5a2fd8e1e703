package dev.underpin.vehicle.ecu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerSettings;
import dev.underpin.can.ControllerState;
import dev.underpin.can.FrameField;
import dev.underpin.can.disturb.BitPlace;
import dev.underpin.can.disturb.Disturbances;
import dev.underpin.can.disturb.FlipBit;
import dev.underpin.can.disturb.FrameFilter;
import dev.underpin.can.disturb.View;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusOffRecoveryTest {
    private final VirtualScheduler time = new VirtualScheduler();
    private final VirtualBus bus = new VirtualBus(time, "drive", BusTiming.classic(500_000), new Entropy(1));
    private final CanPort port = bus.attach("A", ControllerSettings.STANDARD.withRecoveryOnRequest());
    private final List<Long> off = new ArrayList<>();
    private final List<CanFrame> heard = new ArrayList<>();
    private final Disturbances.Active fault;

    BusOffRecoveryTest() {
        bus.attach("B").listen(heard::add);
        fault = bus.disturb(new FlipBit(FrameFilter.id(0x100), 0, BitPlace.of(FrameField.CRC, 3), View.of("A")));
        port.listen(new CanPort.Listener() {
            @Override
            public void received(CanFrame frame) {}

            @Override
            public void state(ControllerState state) {
                if (state == ControllerState.BUS_OFF) {
                    off.add(time.now() / Nanos.MILLISECOND);
                }
            }
        });
    }

    @Test
    void without_it_a_controller_that_waits_for_the_request_stays_off() {
        port.send(CanFrame.classic(0x100));
        time.runUntil(Nanos.SECOND);
        bus.heal(fault);
        time.runUntil(10 * Nanos.SECOND);

        assertThat(off).hasSize(1);
        assertThat(port.state()).isEqualTo(ControllerState.BUS_OFF);
        assertThat(heard).isEmpty();
    }

    @Test
    void it_comes_back_soon_and_later_after_several_times_in_a_row() {
        new BusOffRecovery(time, port);
        port.send(CanFrame.classic(0x100));
        time.runUntil(4 * Nanos.SECOND);

        assertThat(off).hasSize(9);
        assertThat(off.get(4) - off.get(3)).isBetween(100L, 120L);
        assertThat(off.get(8) - off.get(7)).isBetween(1000L, 1020L);
    }

    @Test
    void what_could_not_be_sent_goes_out_once_the_cause_is_gone() {
        new BusOffRecovery(time, port);
        port.send(CanFrame.classic(0x100));
        time.runUntil(50 * Nanos.MILLISECOND);
        bus.heal(fault);
        time.runUntil(Nanos.SECOND);

        assertThat(off).hasSize(1);
        assertThat(port.state()).isEqualTo(ControllerState.ERROR_ACTIVE);
        assertThat(heard).containsExactly(CanFrame.classic(0x100));
    }
}
