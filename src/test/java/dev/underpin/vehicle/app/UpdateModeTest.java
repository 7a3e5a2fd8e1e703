package dev.underpin.vehicle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import dev.underpin.uds.Session;
import dev.underpin.vehicle.plant.Gear;
import org.junit.jupiter.api.Test;

class UpdateModeTest {
    @Test
    void update_mode_inhibits_the_drive_switches_comfort_off_and_gives_both_back() {
        TestVehicle vehicle = TestVehicle.ready();
        assertThat(vehicle.signal("THM_Status.ComfortActive")).isEqualTo(1);

        vehicle.applications.gateway().updateMode(true);
        vehicle.pass(3);

        assertThat(vehicle.signal("GW_VehicleMode.UpdateMode")).isEqualTo(1);
        assertThat(vehicle.signal("VCU_DriveState.DriveInhibit")).isEqualTo(1);
        assertThat(vehicle.signal("VCU_DriveState.DriveReady")).isZero();
        assertThat(vehicle.signal("VCU_Functions.ComfortAvailable")).isZero();
        assertThat(vehicle.signal("THM_Status.ComfortActive")).isZero();
        assertThat(vehicle.signal("IVI_Status.ComfortActive")).isZero();
        assertThat(vehicle.plant.controls().gear(Gear.D).reason()).isEqualTo("update-mode");
        assertThat(vehicle.plant.controls().navigate(true).reason()).isEqualTo("update-mode");
        assertThat(vehicle.plant.controls().assist(true).reason()).isEqualTo("update-mode");
        assertThat(vehicle.cluster.colour(Lamp.UPDATE)).isEqualTo(Colour.BLUE);

        vehicle.applications.gateway().updateMode(false);
        vehicle.pass(3);

        assertThat(vehicle.signal("VCU_DriveState.DriveInhibit")).isZero();
        assertThat(vehicle.signal("VCU_Functions.ComfortAvailable")).isEqualTo(1);
        assertThat(vehicle.signal("THM_Status.ComfortActive")).isEqualTo(1);
        assertThat(vehicle.plant.controls().gear(Gear.D).granted()).isTrue();
        assertThat(vehicle.cluster.lit()).isEmpty();
        assertThat(vehicle.codes()).isEmpty();
    }

    @Test
    void units_that_are_dead_for_minutes_during_an_update_leave_no_code() {
        TestVehicle vehicle = TestVehicle.ready();
        vehicle.applications.gateway().updateMode(true);
        vehicle.pass(1);

        for (String ecu : new String[] {"VCU", "BMS", "INV", "IVI"}) {
            vehicle.supply(ecu).ceiling(0);
            vehicle.pass(120);
            vehicle.supply(ecu).ceiling(Double.POSITIVE_INFINITY);
            vehicle.pass(10);
        }
        vehicle.applications.gateway().updateMode(false);
        vehicle.pass(30);

        assertThat(vehicle.codes()).isEmpty();
        assertThat(vehicle.cluster.lit()).isEmpty();
    }

    @Test
    void a_restart_takes_every_switched_unit_down_and_tells_when_all_are_back() {
        TestVehicle vehicle = TestVehicle.ready();
        vehicle.applications.gateway().updateMode(true);
        vehicle.pass(5);
        long begun = vehicle.scheduler.now();
        long[] done = new long[1];

        vehicle.applications.gateway().restart(() -> done[0] = vehicle.scheduler.now());
        vehicle.pass(0.5);
        assertThat(vehicle.infotainment.lit()).isFalse();
        vehicle.pass(40);

        assertThat(Nanos.toSeconds(done[0] - begun)).isBetween(6.0, 15.0);
        assertThat(vehicle.infotainment.lit()).isTrue();
        assertThat(vehicle.signal("GW_VehicleMode.UpdateMode")).isEqualTo(1);
        vehicle.applications.gateway().updateMode(false);
        vehicle.pass(30);
        assertThat(vehicle.codes()).isEmpty();
        assertThat(vehicle.signal("VCU_DriveState.DriveReady")).isEqualTo(1);
    }

    @Test
    void update_mode_wakes_a_sleeping_vehicle_keeps_its_12_v_up_and_lets_it_sleep_again() {
        TestVehicle vehicle = TestVehicle.ready();
        vehicle.plant.controls().ignition(false);
        vehicle.pass(3600);
        double charge = vehicle.plant.lowVoltage().charge();

        vehicle.applications.gateway().updateMode(true);
        vehicle.pass(1800);

        assertThat(vehicle.signal("VCU_DriveState.DriveInhibit")).isEqualTo(1);
        assertThat(vehicle.plant.lowVoltage().volts()).isGreaterThan(13);
        boolean[] restarted = new boolean[1];
        vehicle.applications.gateway().restart(() -> restarted[0] = true);
        vehicle.pass(20);
        assertThat(restarted[0]).isTrue();
        vehicle.applications.gateway().updateMode(false);
        vehicle.pass(10);
        assertThat(vehicle.signal("VCU_DriveState.DriveInhibit")).isZero();
        assertThat(vehicle.plant.power().awake()).isFalse();
        assertThat(vehicle.plant.lowVoltage().charge()).isGreaterThanOrEqualTo(charge);

        vehicle.plant.controls().ignition(true);
        vehicle.pass(30);
        assertThat(vehicle.codes()).isEmpty();
    }

    @Test
    void update_mode_outlives_a_reset_of_the_gateway() {
        TestVehicle vehicle = TestVehicle.ready();
        vehicle.applications.gateway().updateMode(true);
        vehicle.pass(2);

        vehicle.supply("GW").ceiling(0);
        vehicle.pass(1);
        vehicle.supply("GW").ceiling(Double.POSITIVE_INFINITY);
        vehicle.pass(5);

        assertThat(vehicle.signal("GW_VehicleMode.UpdateMode")).isEqualTo(1);
        assertThat(vehicle.plant.controls().gear(Gear.D).reason()).isEqualTo("update-mode");
    }

    @Test
    void a_programming_session_of_a_safety_unit_forbids_driving_even_without_update_mode() {
        TestVehicle vehicle = TestVehicle.ready();

        vehicle.applications.of("BMS").sessionChanged(Session.PROGRAMMING);
        vehicle.pass(1);

        assertThat(vehicle.plant.controls().gear(Gear.D).reason()).isEqualTo("safety-programming");
        assertThat(vehicle.signal("VCU_DriveState.DriveInhibit")).isEqualTo(1);
        vehicle.applications.of("BMS").sessionChanged(Session.DEFAULT);
        vehicle.pass(1);
        assertThat(vehicle.plant.controls().gear(Gear.D).granted()).isTrue();
    }
}
