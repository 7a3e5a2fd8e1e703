package dev.underpin.vehicle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.underpin.uds.DtcCode;
import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.DtcStatus;
import dev.underpin.vehicle.plant.Plant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PhysicalFaultTest {
    private static final int FAILED_AND_CONFIRMED =
            DtcStatus.TEST_FAILED | DtcStatus.TEST_FAILED_THIS_CYCLE | DtcStatus.PENDING | DtcStatus.CONFIRMED;

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("THM", "P0C4A-92", Lamp.BATTERY_TEMPERATURE, Colour.AMBER, 10, pump(0.5), pump(0)),
                fault("THM", "P0E3C-92", Lamp.BATTERY_TEMPERATURE, Colour.AMBER, 10, pump(1), pump(0)),
                fault("BMS", "P0A7E-98", Lamp.BATTERY_TEMPERATURE, Colour.RED, 10, heat(65), heat(30)),
                fault("BMS", "P1A10-17", Lamp.HV_BATTERY, Colour.RED, 10, cell(0.5), cell(0)),
                fault("BMS", "P0BBD-92", Lamp.EV_SYSTEM, Colour.AMBER, 10, cell(-0.3), cell(0)),
                fault("BMS", "P0A0A-13", Lamp.HV_BATTERY, Colour.RED, 10, interlock(false), interlock(true)),
                fault("BMS", "P0A7D-16", Lamp.POWER_LIMITED, Colour.AMBER, 10, charge(3), charge(60)),
                fault("INV", "P0A3C-98", Lamp.POWER_LIMITED, Colour.AMBER, 10, inverter(130), inverter(40)),
                fault("DCDC", "P0A94-92", Lamp.LOW_VOLTAGE, Colour.RED, 15, converter(1), converter(0)),
                fault(
                        "GW",
                        "P0562-16",
                        Lamp.LOW_VOLTAGE,
                        Colour.AMBER,
                        15,
                        PhysicalFaultTest::drained,
                        PhysicalFaultTest::restored),
                fault(
                        "OBC",
                        "P0D56-13",
                        Lamp.CHARGE,
                        Colour.AMBER,
                        10,
                        PhysicalFaultTest::badPlug,
                        PhysicalFaultTest::unplug),
                fault(
                        "OBC",
                        "P0CF3-13",
                        Lamp.CHARGE,
                        Colour.AMBER,
                        10,
                        PhysicalFaultTest::noPilot,
                        PhysicalFaultTest::unplug),
                fault(
                        "OBC",
                        "P0D28-17",
                        Lamp.CHARGE,
                        Colour.AMBER,
                        10,
                        PhysicalFaultTest::highMains,
                        PhysicalFaultTest::unplug));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("faults")
    void a_physical_fault_becomes_a_code_and_a_lamp_and_healing_takes_the_lamp_away(
            String ecu,
            String code,
            Lamp lamp,
            Colour colour,
            double within,
            Consumer<Plant> inject,
            Consumer<Plant> heal) {
        TestVehicle vehicle = TestVehicle.ready();

        inject.accept(vehicle.plant);
        vehicle.pass(within);

        DtcRecord failed = record(vehicle, ecu, code);
        assertThat(failed.has(FAILED_AND_CONFIRMED | DtcStatus.WARNING_INDICATOR))
                .as("%s", failed)
                .isTrue();
        assertThat(vehicle.cluster.colour(lamp)).isEqualTo(colour);
        assertThat(vehicle.signal("IPC_Lamps." + lamp.signal())).isPositive();

        heal.accept(vehicle.plant);
        vehicle.pass(40);

        DtcRecord healed = record(vehicle, ecu, code);
        assertThat(healed.has(DtcStatus.TEST_FAILED)).as("%s", healed).isFalse();
        assertThat(healed.has(DtcStatus.CONFIRMED)).as("%s", healed).isTrue();
        assertThat(vehicle.cluster.colour(lamp)).isEqualTo(Colour.OFF);
    }

    @Test
    void an_isolation_fault_keeps_its_lamp_after_the_insulation_recovered() {
        TestVehicle vehicle = TestVehicle.ready();
        vehicle.plant.pack().isolation(40);
        vehicle.pass(10);
        assertThat(vehicle.cluster.colour(Lamp.HV_BATTERY)).isEqualTo(Colour.RED);

        vehicle.plant.pack().isolation(5000);
        vehicle.pass(40);

        assertThat(record(vehicle, "BMS", "P0AA6-1A").has(DtcStatus.TEST_FAILED))
                .isFalse();
        assertThat(vehicle.cluster.colour(Lamp.HV_BATTERY)).isEqualTo(Colour.RED);
    }

    @Test
    void the_snapshot_tells_the_vehicle_as_it_was_when_the_fault_was_confirmed() {
        TestVehicle vehicle = TestVehicle.driving(80);
        vehicle.plant.thermal().pump().worn(0.6);
        while (vehicle.codes("THM").isEmpty()) {
            vehicle.pass(0.1);
        }
        double odometer = vehicle.plant.motion().odometer();
        double charge = vehicle.plant.pack().stateOfCharge();
        double rpm = vehicle.plant.thermal().pump().rpm();
        vehicle.pass(60);

        Map<String, Object> snapshot = vehicle.snapshot("THM", "P0C4A-92");

        assertThat(number(snapshot, "Speed")).isCloseTo(80, within(1.0));
        assertThat(number(snapshot, "Odometer")).isCloseTo(odometer, within(0.1));
        assertThat(number(snapshot, "SoC")).isCloseTo(charge, within(0.02));
        assertThat(number(snapshot, "PumpRpm")).isCloseTo(rpm, within(20.0));
        assertThat(snapshot)
                .containsEntry("Gear", "D")
                .containsEntry("DriveReady", "ready")
                .containsEntry("ContactorState", "closed")
                .containsEntry("ChargeState", "unplugged");
    }

    @Test
    void a_single_fault_names_a_single_unit() {
        TestVehicle vehicle = TestVehicle.driving(80);
        vehicle.plant.thermal().pump().worn(0.6);

        vehicle.pass(300);

        assertThat(vehicle.codes()).hasSize(1).first().asString().startsWith("THM P0C4A-92");
    }

    @Test
    void over_temperature_limits_the_torque() {
        TestVehicle vehicle = TestVehicle.driving(80);

        vehicle.plant.pack().temperature(70);
        vehicle.pass(10);

        assertThat(vehicle.signal("VCU_Functions.PowerLimited")).isEqualTo(1);
        assertThat(vehicle.signal("VCU_DriveState.DriveReady")).isEqualTo(1);
    }

    private static double number(Map<String, Object> snapshot, String name) {
        return ((Number) Objects.requireNonNull(snapshot.get(name))).doubleValue();
    }

    private static DtcRecord record(TestVehicle vehicle, String ecu, String code) {
        return vehicle.answer(vehicle.tester(ecu).readDtcs(0xFF)).stream()
                .filter(dtc -> dtc.code() == DtcCode.parse(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " among " + vehicle.codes()));
    }

    private static Arguments fault(
            String ecu, String code, Lamp lamp, Colour colour, double within, Consumer<Plant> on, Consumer<Plant> off) {
        return arguments(ecu, code, lamp, colour, within, on, off);
    }

    private static Consumer<Plant> pump(double worn) {
        return plant -> plant.thermal().pump().worn(worn);
    }

    private static Consumer<Plant> heat(double celsius) {
        return plant -> plant.pack().temperature(celsius);
    }

    private static Consumer<Plant> cell(double volts) {
        return plant -> plant.pack().cellOffset(volts);
    }

    private static Consumer<Plant> interlock(boolean closed) {
        return plant -> plant.pack().interlock(closed);
    }

    private static Consumer<Plant> charge(double percent) {
        return plant -> plant.pack().stateOfCharge(percent);
    }

    private static Consumer<Plant> inverter(double celsius) {
        return plant -> {
            plant.thermal().inverter(celsius);
            plant.thermal().extraInverterHeat(celsius > 100 ? 5_000 : 0);
        };
    }

    private static Consumer<Plant> converter(double loss) {
        return plant -> plant.lowVoltage().converterLoss(loss);
    }

    private static void drained(Plant plant) {
        plant.lowVoltage().extraLoad(260);
        plant.lowVoltage().charge(25);
    }

    private static void restored(Plant plant) {
        plant.lowVoltage().extraLoad(0);
        plant.lowVoltage().charge(90);
    }

    private static void badPlug(Plant plant) {
        plant.charging().proximityOpen(true);
        plant.controls().plug(11);
    }

    private static void noPilot(Plant plant) {
        plant.charging().pilotOpen(true);
        plant.controls().plug(11);
    }

    private static void highMains(Plant plant) {
        plant.charging().stationVolts(290);
        plant.controls().plug(11);
    }

    private static void unplug(Plant plant) {
        plant.controls().unplug();
    }
}
