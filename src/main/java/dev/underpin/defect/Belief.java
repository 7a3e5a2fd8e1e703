package dev.underpin.defect;

import dev.underpin.vehicle.telematics.VehicleState;
import java.util.List;

/** What the telematics unit believes of the vehicle: the truth, where nothing else is said. */
abstract class Belief implements VehicleState {
    private final VehicleState truth;

    Belief(VehicleState truth) {
        this.truth = truth;
    }

    @Override
    public double stateOfCharge() {
        return truth.stateOfCharge();
    }

    @Override
    public double lowVoltage() {
        return truth.lowVoltage();
    }

    @Override
    public double speed() {
        return truth.speed();
    }

    @Override
    public String gear() {
        return truth.gear();
    }

    @Override
    public boolean ignition() {
        return truth.ignition();
    }

    @Override
    public boolean chargerConnected() {
        return truth.chargerConnected();
    }

    @Override
    public boolean navigationActive() {
        return truth.navigationActive();
    }

    @Override
    public boolean drivingAssistanceActive() {
        return truth.drivingAssistanceActive();
    }

    @Override
    public Body body() {
        return truth.body();
    }

    @Override
    public double odometer() {
        return truth.odometer();
    }

    @Override
    public List<String> lamps() {
        return truth.lamps();
    }
}
