package dev.underpin.bench;

import dev.underpin.can.BusTiming;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.isotp.IsoTpParameters;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;

/** {@link Transfers} alone on a virtual bus. */
final class Flashing {
    private final VirtualScheduler time = new VirtualScheduler();
    private final double linePayload;
    private final int consecutivePerBlock;
    private final Transfers transfers;

    Flashing(IsoTpParameters parameters) {
        BusTiming timing = timing(parameters);
        VirtualBus bus = new VirtualBus(time, "bench", timing, new Entropy(1));
        FullFrames frames = new FullFrames(parameters, Transfers.block());
        linePayload = frames.payload() * (double) Nanos.SECOND / frames.nanos(timing);
        consecutivePerBlock = frames.count();
        transfers = new Transfers(time, bus.attach("tester"), bus.attach("ecu"), parameters);
        transfers.send();
    }

    static BusTiming timing(IsoTpParameters parameters) {
        return parameters.fd() ? new BusTiming(500_000, 2_000_000) : BusTiming.classic(500_000);
    }

    void run(long until) {
        time.runUntil(until);
    }

    /** Payload bytes that arrived. */
    long bytes() {
        return transfers.count() * Transfers.BYTES;
    }

    /** Consecutive frames of what arrived. */
    long consecutiveFrames() {
        return transfers.count() * consecutivePerBlock;
    }

    /** Payload bytes per second of a line full of consecutive frames. */
    double linePayload() {
        return linePayload;
    }
}
