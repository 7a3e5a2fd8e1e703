package dev.underpin.rig.virtual;

import dev.underpin.rig.port.Surroundings;
import dev.underpin.time.Nanos;
import dev.underpin.vehicle.Vehicle;
import dev.underpin.vehicle.telematics.Bearer;
import dev.underpin.vehicle.telematics.Uplink;

/** Sets radio, batteries and settings of the simulated vehicle. */
final class VirtualSurroundings implements Surroundings {
    private static final Bearer.Conditions WEAK = new Bearer.Conditions(true, 12_000, 800 * Nanos.MILLISECOND, 0.3);

    private final Vehicle vehicle;

    VirtualSurroundings(Vehicle vehicle) {
        this.vehicle = vehicle;
    }

    @Override
    public void wifi(boolean on) {
        uplink().wifi().set(on ? Bearer.Conditions.GOOD_WIFI : Bearer.Conditions.NONE);
    }

    @Override
    public void cellular(boolean on) {
        uplink().cellular().set(on ? Bearer.Conditions.GOOD_CELLULAR : Bearer.Conditions.NONE);
    }

    @Override
    public void weakNetwork() {
        uplink().wifi().set(WEAK);
        uplink().cellular().set(Bearer.Conditions.NONE);
    }

    @Override
    public boolean connected() {
        return uplink().connected();
    }

    @Override
    public void stateOfCharge(double percent) {
        vehicle.plant().pack().stateOfCharge(percent);
    }

    @Override
    public void lowVoltageCharge(double percent) {
        vehicle.plant().lowVoltage().charge(percent);
    }

    @Override
    public void diagnosticInterface(boolean enabled) {
        vehicle.telematics().policy().enable(enabled);
    }

    private Uplink uplink() {
        return vehicle.telematics().uplink();
    }
}
