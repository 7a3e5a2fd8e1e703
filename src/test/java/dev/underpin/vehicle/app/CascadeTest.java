package dev.underpin.vehicle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.vehicle.plant.Gear;
import dev.underpin.vehicle.screen.View;
import org.junit.jupiter.api.Test;

class CascadeTest {
    @Test
    void a_dead_battery_management_is_missed_by_its_partners_and_invents_no_code_of_its_own() {
        TestVehicle vehicle = TestVehicle.ready();

        vehicle.supply("BMS").ceiling(0);
        vehicle.pass(10);

        assertThat(vehicle.codes())
                .extracting(code -> code.substring(0, code.lastIndexOf(' ')))
                .containsExactlyInAnyOrder("VCU U0111-87", "OBC U0111-87", "IPC U0111-87");
        assertThat(vehicle.cluster.colour(Lamp.HV_BATTERY)).isEqualTo(Colour.RED);
        assertThat(vehicle.signal("VCU_DriveState.DriveReady")).isZero();
        assertThat(vehicle.plant.controls().gear(Gear.D).reason()).isEqualTo("battery-silent");

        vehicle.supply("BMS").ceiling(Double.POSITIVE_INFINITY);
        vehicle.pass(20);

        assertThat(vehicle.codes("BMS")).isEmpty();
        assertThat(vehicle.cluster.colour(Lamp.HV_BATTERY)).isEqualTo(Colour.OFF);
        assertThat(vehicle.plant.controls().gear(Gear.D).granted()).isTrue();
    }

    @Test
    void standing_a_silent_unit_is_missed_after_two_seconds_driving_after_five() {
        assertThat(missedAfter(TestVehicle.ready())).isBetween(2.3, 3.5);
        assertThat(missedAfter(TestVehicle.driving(50))).isBetween(5.3, 6.5);
    }

    @Test
    void without_its_inverter_a_driving_car_loses_its_torque_and_rolls_out() {
        TestVehicle vehicle = TestVehicle.driving(60);

        vehicle.supply("INV").ceiling(0);
        vehicle.pass(300);

        assertThat(vehicle.plant.motion().speed()).isZero();
        assertThat(vehicle.codes("VCU")).first().asString().startsWith("U0110-87");
        assertThat(vehicle.cluster.colour(Lamp.EV_SYSTEM)).isEqualTo(Colour.RED);
    }

    @Test
    void a_dead_gateway_is_missed_on_both_buses() {
        TestVehicle vehicle = TestVehicle.ready();

        vehicle.supply("GW").ceiling(0);
        vehicle.pass(15);

        assertThat(vehicle.codes()).anyMatch(code -> code.startsWith("VCU U0146-87"));
        assertThat(vehicle.codes()).anyMatch(code -> code.startsWith("IPC U0146-87"));
    }

    @Test
    void a_frozen_infotainment_is_noticed_and_the_cluster_says_how_to_reach_support() {
        TestVehicle vehicle = TestVehicle.ready();

        vehicle.applications.infotainment().freeze(false);
        vehicle.pass(10);

        assertThat(vehicle.infotainment.lit()).isFalse();
        assertThat(vehicle.codes("GW")).first().asString().startsWith("U0184-87");
        assertThat(vehicle.clusterScreen.view("support.contact").map(View::title))
                .contains("Technical support: +371 6700 0000 or the app");
    }

    @Test
    void a_soft_restart_from_afar_frees_a_frozen_infotainment() {
        TestVehicle vehicle = TestVehicle.ready();
        vehicle.applications.infotainment().freeze(false);
        vehicle.pass(10);

        vehicle.answer(vehicle.tester("IVI").session(dev.underpin.uds.Session.EXTENDED));
        assertThat(vehicle.answer(vehicle.tester("IVI").startRoutine(0x0301))).containsExactly(0);
        vehicle.pass(30);

        assertThat(vehicle.infotainment.lit()).isTrue();
        assertThat(vehicle.clusterScreen.view("support.contact")).isEmpty();
    }

    @Test
    void a_lasting_freeze_comes_back_after_off_and_on() {
        TestVehicle vehicle = TestVehicle.ready();
        vehicle.applications.infotainment().freeze(true);

        vehicle.plant.controls().ignition(false);
        vehicle.pass(10);
        vehicle.plant.controls().ignition(true);
        vehicle.pass(40);

        assertThat(vehicle.applications.infotainment().state()).isEqualTo(InfotainmentApplication.State.FROZEN);
        assertThat(vehicle.clusterScreen.view("support.contact")).isPresent();
    }

    private static double missedAfter(TestVehicle vehicle) {
        vehicle.supply("BRK").ceiling(0);
        double seconds = 0;
        while (vehicle.cluster.colour(Lamp.BRAKE) == Colour.OFF && seconds < 20) {
            vehicle.pass(0.1);
            seconds += 0.1;
        }
        return seconds;
    }
}
