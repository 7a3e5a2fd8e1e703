package dev.underpin.vehicle.telematics.diagnostics;

import dev.underpin.vehicle.telematics.VehicleState;
import java.util.Optional;

/** What the state of the vehicle forbids support to do. */
final class Interlock {
    private Interlock() {}

    /** Why nothing but reading is allowed now; empty when more is. */
    static Optional<String> forbids(VehicleState vehicle) {
        if (moving(vehicle)) {
            return Optional.of("the vehicle is moving or not in P");
        }
        if (vehicle.chargerConnected()) {
            return Optional.of("the vehicle is charging");
        }
        if (vehicle.body().bonnetOpen()) {
            return Optional.of("the bonnet is open");
        }
        if (vehicle.body().crash()) {
            return Optional.of("a crash was detected");
        }
        return vehicle.ignition() ? Optional.empty() : Optional.of("the ignition is off");
    }

    /** Rolls, or could: nothing but reading is allowed. */
    static boolean moving(VehicleState vehicle) {
        return vehicle.speed() > 0.5 || !vehicle.gear().equals("P");
    }
}
