package dev.underpin.vehicle.telematics.update;

import dev.underpin.time.Nanos;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.VehicleControl;
import java.util.concurrent.CompletableFuture;

/** A restart of the vehicle that is waited for, but not for ever. */
final class Restart {
    private static final long LIMIT = 120 * Nanos.SECOND;

    private final Life life;
    private final VehicleControl control;

    Restart(Life life, VehicleControl control) {
        this.life = life;
        this.control = control;
    }

    /** Completes when every control unit answers again, or two minutes later: what is missing then, the examination finds. */
    CompletableFuture<Void> run() {
        CompletableFuture<Void> restarted = life.pause(LIMIT);
        control.restart(() -> restarted.complete(null));
        return restarted;
    }
}
