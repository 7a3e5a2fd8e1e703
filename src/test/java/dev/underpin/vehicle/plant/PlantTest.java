package dev.underpin.vehicle.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlantTest {
    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final Plant plant = new Plant(scheduler, Conditions.USUAL);

    @Test
    void a_driven_car_reaches_the_wished_speed_and_holds_it() {
        readyToDrive();
        plant.controls().drive(90);

        pass(60);

        assertThat(plant.motion().speed()).isCloseTo(90, within(1.0));
    }

    @Test
    void an_hour_at_ninety_takes_a_plausible_amount_of_energy_and_road() {
        readyToDrive();
        plant.controls().drive(90);

        pass(3600);

        assertThat(plant.motion().odometer() - Conditions.USUAL.odometer()).isBetween(88.0, 90.0);
        assertThat(Conditions.USUAL.stateOfCharge() - plant.pack().stateOfCharge())
                .isBetween(12.0, 20.0);
        assertThat(plant.pack().temperature()).isBetween(20.0, 26.0);
        assertThat(plant.thermal().inverter().read()).isBetween(20.0, 60.0);
    }

    @Test
    void without_a_commanded_torque_the_car_rolls_out() {
        readyToDrive();
        plant.controls().drive(60);
        pass(30);

        torque.cancel();
        pass(300);

        assertThat(plant.motion().speed()).isZero();
    }

    @Test
    void contactors_open_when_nobody_holds_their_coils() {
        plant.pack().commandContactors(true);
        assertThat(plant.pack().live()).isTrue();

        pass(2);
        plant.controls().ignition(true);
        pass(2);

        assertThat(plant.pack().live()).isFalse();
    }

    @Test
    void a_parked_night_costs_the_12_v_battery_less_than_one_percent_and_little_work() {
        double before = plant.lowVoltage().charge();
        int steps = 0;
        while (scheduler.nextAt() <= 10 * Nanos.HOUR) {
            scheduler.step();
            steps++;
        }

        assertThat(before - plant.lowVoltage().charge()).isBetween(0.1, 1.0);
        assertThat(steps).isLessThan(1000);
    }

    @Test
    void the_converter_holds_its_setpoint_until_the_load_is_more_than_it_can_give() {
        readyToDrive();
        pass(5);
        assertThat(plant.lowVoltage().volts()).isCloseTo(LowVoltage.SETPOINT, within(0.01));

        plant.lowVoltage().converterLoss(1);
        pass(2);

        assertThat(plant.lowVoltage().volts()).isLessThan(12.9);
    }

    @Test
    void a_run_at_full_speed_frees_an_impeller_of_debris() {
        plant.thermal().pump().debris(0.6);
        plant.controls().ignition(true);
        plant.thermal().pump().command(Pump.FULL_SPEED);
        pass(5);
        assertThat(plant.thermal().pump().rpm()).isCloseTo(2400, within(50.0));

        pass(6);

        assertThat(plant.thermal().pump().rpm()).isCloseTo(Pump.FULL_SPEED, within(100.0));
    }

    @Test
    void nothing_frees_a_worn_impeller() {
        plant.thermal().pump().worn(0.6);
        plant.controls().ignition(true);
        plant.thermal().pump().command(Pump.FULL_SPEED);

        pass(60);

        assertThat(plant.thermal().pump().rpm()).isCloseTo(2400, within(50.0));
    }

    @Test
    void a_hand_on_a_control_without_a_running_unit_gets_no_answer_and_is_recorded() {
        List<String> acts = new ArrayList<>();
        plant.controls().listen((action, value, answer) -> acts.add(action + " " + value + " " + answer.reason()));

        Answer answer = plant.controls().gear(Gear.D);

        assertThat(answer.granted()).isFalse();
        assertThat(acts).containsExactly("gear D no-answer");
    }

    @Test
    void turning_the_ignition_off_takes_infotainment_down_after_a_second_and_the_drive_after_its_run_on() {
        plant.controls().ignition(true);
        pass(10);
        plant.controls().ignition(false);

        assertThat(plant.power().terminal("IVI").volts()).isPositive();
        pass(1.5);
        assertThat(plant.power().terminal("IVI").volts()).isZero();
        assertThat(plant.power().terminal("BMS").volts()).isPositive();
        pass(6);
        assertThat(plant.power().terminal("BMS").volts()).isZero();
        assertThat(plant.power().terminal("GW").volts()).isPositive();
    }

    @Test
    void a_power_cycle_takes_every_switched_ecu_down_and_brings_it_back() {
        plant.controls().ignition(true);
        plant.power().cycle();
        assertThat(plant.power().terminal("BMS").volts()).isZero();

        pass(2);

        assertThat(plant.power().terminal("BMS").volts()).isPositive();
        assertThat(plant.power().terminal("IVI").volts()).isPositive();
    }

    @Test
    void a_charger_fills_the_pack_while_its_control_takes_power() {
        plant.controls().plug(11);
        Alarm control = every(0.1, () -> {
            plant.pack().commandContactors(true);
            plant.charging().take(true);
        });

        pass(3600);
        control.cancel();

        assertThat(plant.pack().stateOfCharge() - 72).isBetween(8.0, 11.0);
    }

    private Alarm torque = scheduler.alarm(() -> {});

    private void readyToDrive() {
        plant.controls().ignition(true);
        plant.motion().engage(Gear.D);
        torque = every(0.1, () -> {
            plant.pack().commandContactors(true);
            plant.lowVoltage().converter(true);
            plant.thermal().pump().command(2000);
            plant.motor().command(plant.driver().accelerator() * Motor.MAXIMUM_TORQUE);
        });
    }

    private Alarm every(double seconds, Runnable action) {
        Alarm[] alarm = new Alarm[1];
        alarm[0] = scheduler.alarm(() -> {
            action.run();
            alarm[0].in((long) (seconds * Nanos.SECOND));
        });
        alarm[0].in(0);
        return alarm[0];
    }

    private void pass(double seconds) {
        scheduler.runUntil(scheduler.now() + (long) (seconds * Nanos.SECOND));
    }
}
