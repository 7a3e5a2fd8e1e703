package dev.underpin.tester;

import dev.underpin.rig.RigError;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.uds.client.UdsError;
import java.util.concurrent.CompletableFuture;

/** A line of the virtual rig, whose time jumps to the next event. */
abstract class VirtualLine implements Line {
    private static final long LIMIT = 12 * Nanos.HOUR;

    private final VirtualScheduler scheduler;

    VirtualLine(VirtualScheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public final Scheduler scheduler() {
        return scheduler;
    }

    @Override
    public final <T> T await(CompletableFuture<T> future) throws UdsError {
        long limit = scheduler.now() + LIMIT;
        while (!future.isDone()) {
            if (scheduler.now() > limit || !scheduler.step()) {
                throw new RigError("nothing ended within 12 h of vehicle time");
            }
        }
        return Futures.value(future);
    }
}
