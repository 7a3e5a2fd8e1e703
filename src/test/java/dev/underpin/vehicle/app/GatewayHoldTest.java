package dev.underpin.vehicle.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A parked vehicle that is held awake for diagnosis. */
class GatewayHoldTest {
    @Test
    void a_low_12_volt_battery_ends_the_hold_until_somebody_wishes_it_anew() {
        TestVehicle vehicle = new TestVehicle();
        vehicle.pass(20);
        assertThat(vehicle.plant.power().awake()).isFalse();
        vehicle.applications.gateway().hold(true);
        vehicle.pass(20);
        assertThat(vehicle.plant.power().awake()).isTrue();

        vehicle.plant.lowVoltage().converterLoss(1);
        vehicle.plant.lowVoltage().charge(35);
        vehicle.pass(10);
        assertThat(vehicle.plant.power().awake()).isFalse();
        vehicle.plant.lowVoltage().charge(90);
        vehicle.pass(10);
        assertThat(vehicle.plant.power().awake()).isFalse();
        vehicle.applications.gateway().hold(true);
        vehicle.pass(10);

        assertThat(vehicle.plant.power().awake()).isTrue();
    }
}
