package dev.underpin.vehicle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.underpin.time.Nanos;
import dev.underpin.vehicle.plant.Answer;
import dev.underpin.vehicle.plant.Conditions;
import dev.underpin.vehicle.plant.Gear;
import org.junit.jupiter.api.Test;

class HealthyVehicleTest {
    @Test
    void a_healthy_vehicle_drives_ten_minutes_without_any_trouble_code_or_lamp() {
        TestVehicle vehicle = TestVehicle.ready();
        assertThat(vehicle.plant.controls().gear(Gear.D)).isEqualTo(Answer.GRANTED);
        vehicle.plant.controls().drive(90);

        vehicle.pass(600);

        assertThat(vehicle.plant.motion().speed()).isCloseTo(90, within(1.0));
        assertThat(vehicle.codes()).isEmpty();
        assertThat(vehicle.cluster.lit()).isEmpty();
    }

    @Test
    void the_buses_carry_a_modest_number_of_frames() {
        TestVehicle vehicle = TestVehicle.ready();
        int before = vehicle.frameCount();

        vehicle.pass(10);

        assertThat((vehicle.frameCount() - before) / 10).isBetween(250, 500);
    }

    @Test
    void off_the_buses_fall_silent_within_seconds_and_the_night_leaves_no_code_and_little_work() {
        TestVehicle vehicle = TestVehicle.ready();
        double charge = vehicle.plant.lowVoltage().charge();
        vehicle.plant.controls().ignition(false);
        vehicle.pass(10);
        int frames = vehicle.frameCount();
        int steps = 0;
        long morning = vehicle.scheduler.now() + 9 * Nanos.HOUR;
        while (vehicle.scheduler.nextAt() <= morning) {
            vehicle.scheduler.step();
            steps++;
        }
        int framesByMorning = vehicle.frameCount();
        vehicle.plant.controls().ignition(true);
        vehicle.pass(20);

        assertThat(framesByMorning).isEqualTo(frames);
        assertThat(steps).isLessThan(2_000);
        assertThat(charge - vehicle.plant.lowVoltage().charge()).isLessThan(1);
        assertThat(vehicle.codes()).isEmpty();
    }

    @Test
    void off_and_on_again_restarts_the_infotainment_and_leaves_no_code() {
        TestVehicle vehicle = TestVehicle.ready();
        assertThat(vehicle.infotainment.lit()).isTrue();

        vehicle.plant.controls().ignition(false);
        vehicle.pass(2);
        assertThat(vehicle.infotainment.lit()).isFalse();
        vehicle.plant.controls().ignition(true);
        vehicle.pass(30);

        assertThat(vehicle.infotainment.lit()).isTrue();
        assertThat(vehicle.codes()).isEmpty();
    }

    @Test
    void a_gear_is_refused_before_the_drive_is_ready() {
        TestVehicle vehicle = new TestVehicle();
        vehicle.pass(1);

        assertThat(vehicle.plant.controls().gear(Gear.D)).isEqualTo(Answer.NO_ANSWER);
        vehicle.plant.controls().ignition(true);
        vehicle.pass(0.4);

        assertThat(vehicle.plant.controls().gear(Gear.D).granted()).isFalse();
    }

    @Test
    void charging_takes_power_and_forbids_driving() {
        TestVehicle vehicle = TestVehicle.ready();
        vehicle.plant.controls().plug(11);
        vehicle.pass(600);

        assertThat(vehicle.plant.charging().watts()).isEqualTo(11_000);
        assertThat(vehicle.plant.controls().gear(Gear.D)).isEqualTo(Answer.refused("charger-plugged"));
        assertThat(vehicle.applications.gateway().state().chargerConnected()).isTrue();
        assertThat(vehicle.codes()).isEmpty();
    }

    @Test
    void a_plug_wakes_a_sleeping_vehicle_which_sleeps_again_when_the_pack_is_full() {
        TestVehicle vehicle = new TestVehicle(Conditions.USUAL.withStateOfCharge(99.5));
        vehicle.pass(60);

        vehicle.plant.controls().plug(11);
        vehicle.pass(30);
        assertThat(vehicle.plant.charging().watts()).isEqualTo(11_000);
        vehicle.pass(600);

        assertThat(vehicle.plant.pack().stateOfCharge()).isGreaterThan(99.8);
        assertThat(vehicle.plant.power().awake()).isFalse();
        vehicle.plant.controls().unplug();
        vehicle.pass(10);
        assertThat(vehicle.applications.gateway().state().chargerConnected()).isFalse();
        assertThat(vehicle.plant.power().awake()).isFalse();
    }

    @Test
    void charging_goes_on_with_the_ignition_off() {
        TestVehicle vehicle = TestVehicle.ready();
        vehicle.plant.controls().plug(11);
        vehicle.plant.controls().ignition(false);

        vehicle.pass(3600);

        assertThat(vehicle.plant.pack().stateOfCharge()).isGreaterThan(80);
        assertThat(vehicle.codes()).isEmpty();
    }
}
