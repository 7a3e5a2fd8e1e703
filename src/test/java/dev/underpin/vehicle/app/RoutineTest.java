package dev.underpin.vehicle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.uds.Session;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.vehicle.plant.Gear;
import dev.underpin.vehicle.plant.Pump;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RoutineTest {
    private static final int PUMP_RUN = 0x0203;
    private static final int CONVERTER_TEST = 0x0210;
    private static final int BALANCING = 0x0208;

    @Test
    void a_pump_run_frees_debris_passes_and_the_fault_heals() {
        TestVehicle vehicle = TestVehicle.ready();
        vehicle.plant.thermal().pump().debris(0.6);
        vehicle.pass(10);
        assertThat(vehicle.cluster.colour(Lamp.BATTERY_TEMPERATURE)).isEqualTo(Colour.AMBER);

        byte[] result = vehicle.answer(extended(vehicle, "THM").startRoutine(PUMP_RUN));
        vehicle.pass(30);

        assertThat(result[0]).isZero();
        assertThat(rpm(result)).isGreaterThan((int) (Pump.FULL_SPEED * 0.9));
        assertThat(vehicle.cluster.lit()).isEmpty();
        assertThat(vehicle.plant.thermal().pump().loss()).isZero();
    }

    @Test
    void a_pump_run_on_a_worn_impeller_tells_how_slow_it_is_and_heals_nothing() {
        TestVehicle vehicle = TestVehicle.ready();
        vehicle.plant.thermal().pump().worn(0.6);
        vehicle.pass(10);

        byte[] result = vehicle.answer(extended(vehicle, "THM").startRoutine(PUMP_RUN));
        vehicle.pass(30);

        assertThat(result[0]).isEqualTo((byte) 1);
        assertThat(rpm(result)).isBetween(2300, 2500);
        assertThat(vehicle.cluster.colour(Lamp.BATTERY_TEMPERATURE)).isEqualTo(Colour.AMBER);
    }

    @Test
    void a_pump_run_ends_within_a_second_when_the_driver_leaves_park() {
        TestVehicle vehicle = TestVehicle.ready();
        CompletableFuture<byte[]> run = extended(vehicle, "THM").startRoutine(PUMP_RUN);
        vehicle.pass(2);
        assertThat(run).isNotDone();

        vehicle.plant.controls().gear(Gear.D);
        vehicle.pass(1);

        assertThat(run).isDone();
        assertThat(run.join()[0]).isEqualTo((byte) 2);
    }

    @Test
    void while_the_vehicle_moves_the_pump_run_is_refused() {
        TestVehicle vehicle = TestVehicle.driving(50);
        UdsClient tester = extended(vehicle, "THM");

        assertThatThrownBy(() -> vehicle.answer(tester.startRoutine(PUMP_RUN))).hasMessageContaining("speed too high");
    }

    @Test
    void out_of_park_the_pump_run_is_refused() {
        TestVehicle vehicle = TestVehicle.ready();
        vehicle.plant.controls().gear(Gear.D);
        vehicle.pass(1);
        UdsClient tester = extended(vehicle, "THM");

        assertThatThrownBy(() -> vehicle.answer(tester.startRoutine(PUMP_RUN))).hasMessageContaining("not in park");
    }

    @Test
    void while_the_vehicle_moves_safety_units_are_neither_reset_nor_cleared() {
        TestVehicle vehicle = TestVehicle.driving(50);

        assertThatThrownBy(() -> vehicle.answer(extended(vehicle, "BRK").ecuReset(1)))
                .hasMessageContaining("speed too high");
        assertThatThrownBy(() -> vehicle.answer(vehicle.tester("BMS").clearDtc(0xFFFFFF)))
                .hasMessageContaining("speed too high");
        vehicle.pass(5);
        assertThat(vehicle.codes()).isEmpty();
    }

    @Test
    void parked_a_unit_that_a_tester_resets_is_not_missed() {
        TestVehicle vehicle = TestVehicle.ready();

        for (String ecu : new String[] {"BMS", "INV", "IPC", "IVI"}) {
            vehicle.answer(extended(vehicle, ecu).ecuReset(1));
            vehicle.pass(20);
        }

        assertThat(vehicle.codes()).isEmpty();
    }

    @Test
    void a_tripped_converter_is_brought_back_by_its_test() {
        TestVehicle vehicle = TestVehicle.ready();
        vehicle.plant.lowVoltage().trip();
        vehicle.pass(15);
        assertThat(vehicle.cluster.colour(Lamp.LOW_VOLTAGE)).isEqualTo(Colour.RED);

        byte[] result = vehicle.answer(extended(vehicle, "DCDC").startRoutine(CONVERTER_TEST));
        vehicle.pass(30);

        assertThat(result[0]).isZero();
        assertThat(vehicle.cluster.lit()).isEmpty();
    }

    @Test
    void balancing_brings_an_odd_cell_back() {
        TestVehicle vehicle = TestVehicle.ready();
        vehicle.plant.pack().cellOffset(-0.3);
        vehicle.pass(10);
        UdsClient tester = extended(vehicle, "BMS");
        tester.keepAlive(true);

        assertThat(vehicle.answer(tester.startRoutine(BALANCING))).containsExactly(2);
        vehicle.pass(200);

        assertThat(vehicle.answer(tester.routineResult(BALANCING))).containsExactly(0);
        assertThat(vehicle.cluster.lit()).isEmpty();
    }

    @Test
    void a_cleared_code_returns_while_its_fault_is_there() {
        TestVehicle vehicle = TestVehicle.ready();
        vehicle.plant.thermal().pump().worn(0.6);
        vehicle.pass(10);

        vehicle.answer(vehicle.tester("THM").clearDtc(0xFFFFFF));
        assertThat(vehicle.codes("THM")).isEmpty();
        vehicle.pass(10);

        assertThat(vehicle.codes("THM")).isNotEmpty();
    }

    private static UdsClient extended(TestVehicle vehicle, String ecu) {
        UdsClient tester = vehicle.tester(ecu);
        vehicle.answer(tester.session(Session.EXTENDED));
        return tester;
    }

    private static int rpm(byte[] result) {
        return ((result[1] & 0xff) << 8) | (result[2] & 0xff);
    }
}
