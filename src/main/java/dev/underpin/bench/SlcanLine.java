package dev.underpin.bench;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.slcan.AdapterEmulator;
import dev.underpin.can.slcan.SlcanBus;
import dev.underpin.can.slcan.SlcanSettings;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.serial.emulated.LinePair;
import dev.underpin.serial.emulated.PacedLine;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualAwait;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of an adapter's serial line is used while there is more to send than it carries: bytes that passed by bytes that can pass, counted
 * in the virtual time of an emulated adapter. Full frames of CAN FD, 500 kbit/s and 2 Mbit/s, so that the bus is never what is too slow.
 */
public final class SlcanLine {
    /** The speeds of adapters' lines, bits per second. */
    public static final List<Integer> BAUDS = List.of(115_200, 230_400, 460_800, 921_600, 1_000_000, 2_000_000);

    private static final BusTiming TIMING = new BusTiming(500_000, 2_000_000);
    private static final CanFrame FULL = CanFrame.fd(0x123, false, true, new byte[64]);
    private static final int TO_SEND = 3_000;

    /** Of a full frame on the line: letter, identifier, length code, two digits for each byte, carriage return. */
    private static final int BYTES = 1 + 3 + 1 + 2 * 64 + 1;

    private SlcanLine() {}

    /**
     * The share, 0..1, of the line to the adapter.
     *
     * @param baud bits per second
     * @param delay nanoseconds that USB adds each way
     */
    public static double shareSent(int baud, long delay) {
        Rig rig = new Rig(baud, delay);
        CanPort node = rig.bus.attach("node");
        for (int i = 0; i < TO_SEND; i++) {
            node.send(FULL);
        }
        rig.await.pass(delay);
        long before = rig.line.received();
        long most = Nanos.SECOND / rig.line.nanos(1);
        rig.await.pass(rig.line.nanos(most));
        return (double) (rig.line.received() - before) / most;
    }

    /** The share, 0..1, of the line from the adapter that arrives as frames, from the first of a second to the last. */
    public static double shareHeard(int baud, long delay) {
        Rig rig = new Rig(baud, delay);
        List<Long> arrivals = new ArrayList<>();
        rig.bus.attach("node").listen(frame -> arrivals.add(rig.scheduler.now()));
        for (int i = 0; i < TO_SEND; i++) {
            rig.other.send(FULL);
        }
        rig.await.pass(Nanos.SECOND);
        long taken = arrivals.getLast() - arrivals.getFirst();
        return (double) rig.line.nanos((arrivals.size() - 1L) * BYTES) / taken;
    }

    private static final class Rig {
        final VirtualScheduler scheduler = new VirtualScheduler();
        final VirtualAwait await = new VirtualAwait(scheduler);
        final CanBus far = new VirtualBus(scheduler, "far", TIMING, new Entropy(1));
        final CanPort other = far.attach("other");
        final PacedLine line;
        final SlcanBus bus;

        Rig(int baud, long delay) {
            LinePair pair = new LinePair(scheduler, "emulated adapter");
            line = new PacedLine(scheduler, pair.device(), baud, delay);
            new AdapterEmulator(scheduler, line, far, "adapter", TIMING);
            bus = new SlcanBus(
                    scheduler,
                    pair.host(),
                    "line",
                    SlcanSettings.of(TIMING, baud).withoutStamps());
            bus.open(await);
        }
    }
}
