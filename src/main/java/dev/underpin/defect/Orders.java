package dev.underpin.defect;

import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.telematics.VehicleControl;
import java.util.function.Predicate;

/** A vehicle that does not do all that the telematics unit asks of it. */
record Orders(VehicleControl real, Predicate<Boolean> updateMode, boolean restarts) implements VehicleControl {
    /** A vehicle that never goes into update mode. */
    static Fitting neverIntoUpdateMode() {
        return of(on -> !on, true);
    }

    /** A vehicle that stays in update mode. */
    static Fitting neverOutOfUpdateMode() {
        return of(on -> on, true);
    }

    /** A vehicle that says that it has restarted, and has not. */
    static Fitting withoutRestart() {
        return of(on -> true, false);
    }

    private static Fitting of(Predicate<Boolean> updateMode, boolean restarts) {
        return new Fitting() {
            @Override
            public VehicleControl control(VehicleControl control) {
                return new Orders(control, updateMode, restarts);
            }
        };
    }

    @Override
    public boolean updateMode(boolean on) {
        return !updateMode.test(on) || real.updateMode(on);
    }

    @Override
    public void restart(Runnable restarted) {
        if (restarts) {
            real.restart(restarted);
        } else {
            restarted.run();
        }
    }
}
