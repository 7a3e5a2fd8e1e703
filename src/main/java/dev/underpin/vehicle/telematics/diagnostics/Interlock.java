package dev.underpin.vehicle.telematics.diagnostics;

import dev.underpin.vehicle.telematics.VehicleState;

/** What the state of the vehicle forbids support to do. */
final class Interlock {
    private Interlock() {}

    /** Rolls, or could: nothing but reading is allowed. */
    static boolean moving(VehicleState vehicle) {
        return vehicle.speed() > 0.5 || !vehicle.gear().equals("P");
    }
}
