package dev.underpin.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.instrument.emulated.ScpiSupplyEmulator;
import dev.underpin.serial.ByteLine;
import dev.underpin.serial.DeviceError;
import dev.underpin.serial.emulated.LinePair;
import dev.underpin.serial.emulated.PacedLine;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualAwait;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScpiSupplyTest {
    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final VirtualAwait await = new VirtualAwait(scheduler);
    private final LinePair pair = new LinePair(scheduler, "/dev/ttyUSB0");
    private final List<String> terminals = new ArrayList<>();
    private final PacedLine paced = new PacedLine(scheduler, pair.device(), 9_600, 0);
    private final ScpiSupplyEmulator emulator =
            new ScpiSupplyEmulator(scheduler, paced, volts -> terminals.add("%.1f V".formatted(volts)));
    private final ScpiSupply supply = new ScpiSupply(scheduler, pair.host());

    private ScpiSupply on() {
        supply.begin(13.5, 20);
        supply.output(true);
        supply.settle(await);
        return supply;
    }

    @Test
    void it_is_set_up_and_switched_on_and_says_who_it_is() {
        on();

        assertThat(supply.identity()).isEqualTo("UNDERPIN,EMULATED SUPPLY,0,1.0");
        assertThat(terminals).containsExactly("0.0 V", "13.5 V");
    }

    @Test
    void it_measures_what_its_load_takes() {
        emulator.load(1.35);
        List<String> measured = new ArrayList<>();

        on().measure((volts, amperes) -> measured.add("%.2f V %.2f A".formatted(volts, amperes)));
        supply.settle(await);

        assertThat(measured).containsExactly("13.50 V 10.00 A");
    }

    @Test
    void a_course_is_run_through_by_the_instrument_itself() {
        on();
        terminals.clear();

        supply.course(List.of(new ScpiSupply.Step(6, 0.015), new ScpiSupply.Step(8, 10)));
        supply.settle(await);
        await.pass(11 * Nanos.SECOND);

        assertThat(terminals).containsExactly("6.0 V", "8.0 V", "13.5 V");
    }

    @Test
    void a_course_can_be_ended_before_its_time() {
        on();
        supply.course(List.of(new ScpiSupply.Step(6, 100)));
        supply.settle(await);

        supply.endCourse();
        supply.settle(await);

        assertThat(emulator.atTerminals()).isEqualTo(13.5);
    }

    @Test
    void a_supply_held_by_its_current_limit_is_found_at_its_terminals() {
        emulator.load(0.2);

        assertThatThrownBy(this::on)
                .isInstanceOf(DeviceError.class)
                .hasMessage(
                        "supply /dev/ttyUSB0: MEAS:VOLT?: expected 13.500 V at its terminals, found 4.000 V at 20.000 A;"
                                + " its current limit may hold it: see what it feeds");
    }

    @Test
    void a_supply_that_died_is_named_with_the_command_that_it_missed() {
        on();
        emulator.die();

        supply.volts(9);

        assertThatThrownBy(() -> supply.settle(await))
                .isInstanceOf(DeviceError.class)
                .hasMessageContaining("supply /dev/ttyUSB0: VOLT?: expected 9.000, found no answer within 2 s");
    }

    @Test
    void a_setting_that_was_not_taken_is_found_by_reading_it_back() {
        on();
        emulator.stick();

        supply.volts(9);

        assertThatThrownBy(() -> supply.settle(await)).hasMessageContaining("VOLT?: expected 9.000, found 13.500");
    }

    @Test
    void another_device_on_the_port_is_found_by_what_it_says() {
        LinePair other = new LinePair(scheduler, "/dev/ttyUSB1");
        other.device().listen(new Echo(other));
        ScpiSupply wrong = new ScpiSupply(scheduler, other.host());

        wrong.begin(13.5, 20);

        assertThatThrownBy(() -> wrong.settle(await))
                .hasMessageContaining("*IDN?: expected maker, model, serial number, version, found '*IDN?'");
    }

    @Test
    void unplugged_in_mid_run_it_says_so() {
        on();
        pair.device().close();

        assertThatThrownBy(() -> await.pass(Nanos.SECOND)).hasMessageContaining("found that it was unplugged");
    }

    private record Echo(LinePair pair) implements ByteLine.Listener {
        @Override
        public void bytes(byte[] some) {
            pair.device().write(some);
        }

        @Override
        public void lost(String how) {}
    }
}
