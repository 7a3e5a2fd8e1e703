package dev.underpin.time;

import java.util.Optional;
import java.util.function.Supplier;

/** Waiting in virtual time: steps the event queue until the observation is there. Confined to the scheduler's thread. */
public final class VirtualAwait implements Await {
    private final VirtualScheduler scheduler;

    public VirtualAwait(VirtualScheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public <T> T until(String what, long within, Supplier<Optional<T>> observation, Supplier<String> lastSeen) {
        long limit = scheduler.now() + within;
        Optional<T> seen = observation.get();
        while (seen.isEmpty()) {
            if (scheduler.nextAt() > limit) {
                scheduler.runUntil(limit);
                throw new AwaitTimeout(what, within, lastSeen.get());
            }
            scheduler.step();
            seen = observation.get();
        }
        return seen.get();
    }

    @Override
    public void pass(long nanos) {
        scheduler.runUntil(scheduler.now() + nanos);
    }
}
