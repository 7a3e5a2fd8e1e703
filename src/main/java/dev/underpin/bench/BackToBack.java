package dev.underpin.bench;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.isotp.IsoTpParameters;
import dev.underpin.time.Entropy;
import dev.underpin.time.Stopwatch;
import dev.underpin.time.VirtualScheduler;

/** A bus of two nodes on which one sends frames like those of {@link Flashing} back to back and the other hears them, without ISO-TP. */
final class BackToBack {
    private final VirtualScheduler time = new VirtualScheduler();
    private final CanPort sender;
    private final CanFrame[] frames;
    private final Runnable next = this::send;
    private int sent;
    private long heard;

    BackToBack(IsoTpParameters parameters) {
        VirtualBus bus = new VirtualBus(time, "bench", Flashing.timing(parameters), new Entropy(1));
        FullFrames full = new FullFrames(parameters, Transfers.block());
        frames = new CanFrame[full.count()];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = full.frame(i);
        }
        sender = bus.attach("sender");
        bus.attach("hearer").listen(frame -> heard++);
        send();
    }

    private void send() {
        sent = sent + 1 == frames.length ? 0 : sent + 1;
        sender.send(frames[sent], next);
    }

    /** Plays up to {@code until} nanoseconds of bus time; tells how many frames went by in a second of wall time. */
    double run(long until) {
        long before = heard;
        Stopwatch watch = Stopwatch.start();
        time.runUntil(until);
        return (heard - before) / watch.seconds();
    }
}
