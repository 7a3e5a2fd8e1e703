package dev.underpin.vehicle.telematics.update;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.VehicleControl;
import java.util.concurrent.CompletableFuture;

/** The vehicle's update mode. An order that the gateway does not take, because it is without supply or starts, is given again. */
final class UpdateMode {
    private static final long AGAIN = 500 * Nanos.MILLISECOND;
    private static final long SPREADS = Nanos.SECOND;
    private static final long PATIENCE = 30 * Nanos.SECOND;

    private final Life life;
    private final VehicleControl control;
    private final Alarm again;
    private CompletableFuture<Void> taken = CompletableFuture.completedFuture(null);
    private boolean on;

    UpdateMode(Life life, VehicleControl control) {
        this.life = life;
        this.control = control;
        this.again = life.alarm(this::give);
    }

    /** Orders it, until another order is given. */
    void order(boolean on) {
        this.on = on;
        taken = new CompletableFuture<>();
        give();
    }

    /**
     * Completes when the whole vehicle has heard of the last order; fails with {@link UpdateFailure} when the gateway does not take it for
     * half a minute.
     */
    CompletableFuture<Void> spread() {
        CompletableFuture<Void> waited = taken;
        life.after(
                PATIENCE,
                () -> waited.completeExceptionally(new UpdateFailure(
                        Reason.INSTALLATION_FAILED, "the gateway does not take the vehicle into update mode")));
        return waited.thenCompose(done -> life.pause(SPREADS));
    }

    private void give() {
        again.cancel();
        if (control.updateMode(on)) {
            taken.complete(null);
        } else {
            again.in(AGAIN);
        }
    }
}
