package dev.underpin.rig.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.instrument.LcusBoard;
import dev.underpin.instrument.emulated.RelayBoardEmulator;
import dev.underpin.serial.emulated.LinePair;
import dev.underpin.time.Await;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualAwait;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.vehicle.plant.Conditions;
import dev.underpin.vehicle.plant.Plant;
import dev.underpin.vehicle.plant.PowerNet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelaysTest {
    private static final int CHANNEL = 3;

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final Await await = new VirtualAwait(scheduler);
    private final LinePair pair = new LinePair(scheduler, "/dev/ttyUSB0");
    private final RelayBoardEmulator emulator = RelayBoardEmulator.lcus(pair.device());
    private final LcusBoard board = new LcusBoard(scheduler, pair.host(), true);

    @Test
    void the_wake_line_is_on_while_the_simulated_vehicle_is_awake() {
        Plant plant = new Plant(scheduler, Conditions.USUAL);
        PowerNet power = plant.power();
        Relays relays = new Relays(Map.of(Relays.WAKE, new Relays.Relay(board, CHANNEL)));
        relays.follow(Relays.WAKE, power::awake, power::listen);

        await.pass(Nanos.SECOND);
        assertThat(emulator.isClosed(CHANNEL)).isFalse();

        plant.controls().ignition(true);
        await.pass(Nanos.SECOND);
        assertThat(emulator.isClosed(CHANNEL)).isTrue();

        plant.controls().ignition(false);
        await.pass(PowerNet.RUN_ON + Nanos.SECOND);
        assertThat(emulator.isClosed(CHANNEL)).isFalse();
    }

    @Test
    void a_rig_without_a_wake_line_lets_the_vehicle_wake_by_itself() {
        PowerNet power = new Plant(scheduler, Conditions.USUAL).power();

        new Relays(Map.of()).follow(Relays.WAKE, power::awake, power::listen);

        assertThat(board.settled()).isTrue();
    }
}
