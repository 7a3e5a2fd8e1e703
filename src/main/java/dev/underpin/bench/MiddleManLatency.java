package dev.underpin.bench;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.gate.MiddleMan;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;

/**
 * What a man in the middle adds to a frame while he does nothing, on two idle halves of a simulated bus of 500 kbit/s: he has to have
 * the whole frame before he sends it. What a real interface and this machine add besides is not in it.
 */
public final class MiddleManLatency {
    private static final BusTiming TIMING = BusTiming.classic(500_000);
    private static final int FRAMES = 1_000;

    private MiddleManLatency() {}

    /** Nanoseconds added to frames of 8 bytes with random content, mean and longest. */
    public static MiddleMan.Passage measure() {
        VirtualScheduler scheduler = new VirtualScheduler();
        Entropy entropy = new Entropy(1);
        VirtualBus near = new VirtualBus(scheduler, "near", TIMING, entropy);
        VirtualBus far = new VirtualBus(scheduler, "far", TIMING, entropy);
        CanPort sender = near.attach("sender");
        MiddleMan man = new MiddleMan(scheduler, entropy, near.attach("man"), far.attach("man"));
        far.attach("receiver");
        for (int i = 0; i < FRAMES; i++) {
            sender.send(CanFrame.classic((int) entropy.below(0x800), entropy.bytes(8)));
            scheduler.runUntil(scheduler.now() + Nanos.MILLISECOND);
        }
        return man.passage();
    }
}
