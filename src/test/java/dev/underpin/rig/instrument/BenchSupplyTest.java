package dev.underpin.rig.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.fault.SupplyFault;
import dev.underpin.instrument.LcusBoard;
import dev.underpin.instrument.ScpiSupply;
import dev.underpin.instrument.emulated.RelayBoardEmulator;
import dev.underpin.instrument.emulated.ScpiSupplyEmulator;
import dev.underpin.serial.emulated.LinePair;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualAwait;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BenchSupplyTest {
    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final VirtualAwait await = new VirtualAwait(scheduler);
    private final LinePair toSupply = new LinePair(scheduler, "/dev/ttyUSB0");
    private final LinePair toBoard = new LinePair(scheduler, "/dev/ttyUSB1");
    private final List<Double> terminals = new ArrayList<>();
    private final ScpiSupplyEmulator emulator = new ScpiSupplyEmulator(scheduler, toSupply.device(), terminals::add);
    private final RelayBoardEmulator contacts = RelayBoardEmulator.lcus(toBoard.device());
    private final ScpiSupply supply = new ScpiSupply(scheduler, toSupply.host());
    private final Relays relays =
            new Relays(Map.of("VCU", new Relays.Relay(new LcusBoard(scheduler, toBoard.host(), true), 3)));
    private final BenchSupply bench = new BenchSupply(supply, relays, 13.5);

    @BeforeEach
    void on() {
        supply.begin(13.5, 20);
        supply.output(true);
        relays.set("VCU", true);
        pass(1);
        terminals.clear();
    }

    private void pass(int seconds) {
        await.pass(seconds * Nanos.SECOND);
    }

    @Test
    void a_brown_out_lowers_the_voltage_and_a_blackout_takes_it_away_until_they_are_healed() {
        Runnable heal = bench.begin(new SupplyFault.BrownOut(7));
        pass(1);
        heal.run();
        pass(1);
        heal = bench.begin(new SupplyFault.Blackout());
        pass(1);
        heal.run();
        pass(1);

        assertThat(terminals).containsExactly(7.0, 13.5, 0.0, 13.5);
    }

    @Test
    void a_cold_start_is_timed_by_the_instrument_and_can_end_early() {
        Runnable heal = bench.begin(new SupplyFault.Cranking(6));
        pass(1);
        heal.run();
        pass(1);
        bench.begin(new SupplyFault.Cranking(4));
        pass(11);

        assertThat(terminals).containsExactly(6.0, 8.0, 13.5, 4.0, 6.0, 13.5);
    }

    @Test
    void one_control_unit_loses_its_supply_where_a_relay_is_in_its_wire() {
        Runnable heal = bench.begin(new SupplyFault.SupplyCut("VCU"));
        pass(1);
        assertThat(contacts.isClosed(3)).isFalse();
        heal.run();
        pass(1);
        assertThat(contacts.isClosed(3)).isTrue();

        assertThatThrownBy(() -> bench.begin(new SupplyFault.SupplyCut("BMS")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BMS goes through no relay of this bench, only that of [VCU]");
        assertThatThrownBy(() -> bench.begin(new SupplyFault.SupplyDip("VCU", 8)))
                .hasMessageContaining("one supply feeds all control units");
    }

    @Test
    void a_supply_that_dies_in_a_fault_is_named() {
        bench.begin(new SupplyFault.BrownOut(7));
        pass(1);
        emulator.die();

        bench.begin(new SupplyFault.Blackout());

        assertThatThrownBy(() -> pass(5)).hasMessageContaining("OUTP?: expected 0, found no answer within 2 s");
    }
}
