package dev.underpin.can.slcan;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.serial.emulated.LinePair;
import dev.underpin.serial.emulated.PacedLine;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualAwait;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.List;

/** A bus reached through an emulated adapter, all in virtual time; a node {@code other} is on the far side. */
final class EmulatedAdapter {
    final VirtualScheduler scheduler = new VirtualScheduler();
    final VirtualAwait await = new VirtualAwait(scheduler);
    final BusTiming timing;
    final CanBus far;
    final CanPort other;
    final PacedLine line;
    final AdapterEmulator emulator;
    final SlcanBus bus;
    final List<CanFrame> atOther = new ArrayList<>();

    EmulatedAdapter(BusTiming timing, int baud, long delay) {
        this(timing, SlcanSettings.of(timing, baud), baud, delay);
    }

    EmulatedAdapter(BusTiming timing, SlcanSettings settings, int baud, long delay) {
        this.timing = timing;
        far = new VirtualBus(scheduler, "far", timing, new Entropy(1));
        other = far.attach("other");
        other.listen(frame -> atOther.add(frame.kept()));
        LinePair pair = new LinePair(scheduler, "/dev/ttyACM0");
        line = new PacedLine(scheduler, pair.device(), baud, delay);
        emulator = new AdapterEmulator(scheduler, line, far, "adapter", timing);
        bus = new SlcanBus(scheduler, pair.host(), "drive", settings);
    }

    static EmulatedAdapter classic() {
        return new EmulatedAdapter(BusTiming.classic(500_000), 1_000_000, 0);
    }

    static EmulatedAdapter fd() {
        return new EmulatedAdapter(new BusTiming(500_000, 2_000_000), 1_000_000, 0);
    }

    EmulatedAdapter opened() {
        bus.open(await);
        return this;
    }

    void pass(long millis) {
        await.pass(millis * Nanos.MILLISECOND);
    }
}
