package dev.underpin.defects;

import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.telematics.VehicleState;

/** A vehicle that tells of ten percent more charge than it has. */
record Optimism() implements Fitting {
    @Override
    public VehicleState state(VehicleState state) {
        return new Belief(state) {
            @Override
            public double stateOfCharge() {
                return super.stateOfCharge() + 10;
            }
        };
    }
}
