package dev.underpin.rig.virtual;

import dev.underpin.time.Scheduler;

/** How far a clock, the vehicle's or the cloud's, is off, nanoseconds. */
final class VehicleClock {
    private static final double MILLION = 1e6;

    private final Scheduler scheduler;
    private long wrong;
    private double drift;
    private long since;

    VehicleClock(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    long deviation() {
        return wrong + Math.round((scheduler.now() - since) * drift);
    }

    Runnable wrong(long nanos) {
        wrong += nanos;
        return () -> wrong -= nanos;
    }

    Runnable drifting(int partsPerMillion) {
        since = scheduler.now();
        drift = partsPerMillion / MILLION;
        return () -> drift = 0;
    }
}
