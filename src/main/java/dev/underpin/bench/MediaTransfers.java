package dev.underpin.bench;

import dev.underpin.isotp.IsoTpParameters;
import dev.underpin.isotp.IsoTpParameters.Timeouts;
import dev.underpin.time.Nanos;
import dev.underpin.time.Stopwatch;
import java.io.IOException;

/**
 * ISO-TP on a CAN interface by the clock on the wall: transfers of 4095 bytes in classical frames, each answered by 2 bytes, block size 0,
 * STmin 0, each end with a socket of its own; beside the kernel's ISO-TP sockets, which do the same in a plain C program. Rounds take
 * turns, every second one the other way round.
 */
public final class MediaTransfers {
    private static final int ROUNDS = 7;
    private static final int WARM_UP = 3;
    private static final int WITH_PAUSE = 0;
    private static final int AT_ONCE = 1;

    /** An emulated machine may stand still for a while. */
    private static final Timeouts PATIENT = new Timeouts(5 * Nanos.SECOND, 5 * Nanos.SECOND, 5 * Nanos.SECOND);

    private MediaTransfers() {}

    /**
     * Medians of the rounds, transfers per second.
     *
     * @param own of Underpin
     * @param kernel of the kernel's sockets as they are by default: 50 us from one consecutive frame to the next
     * @param kernelAtOnce of the kernel's sockets told to leave out that pause
     */
    public record Figures(double own, double kernel, double kernelAtOnce) {
        public double ratio() {
            return own / kernel;
        }

        public double ratioAtOnce() {
            return own / kernelAtOnce;
        }

        /** Payload bytes per second of Underpin. */
        public double bytesPerSecond() {
            return own * Transfers.BYTES;
        }
    }

    /**
     * Measures on an interface that is up.
     *
     * @param transfers of a round
     * @throws dev.underpin.mistake.UserMistake when the interface, a C compiler or the kernel's ISO-TP is missing
     */
    public static Figures measure(String interfaceName, int transfers) throws IOException, InterruptedException {
        try (CProgram kernel = CProgram.compiled("plain_isotp.c")) {
            for (int i = 0; i < WARM_UP; i++) {
                own(interfaceName, transfers);
            }
            double[] own = new double[ROUNDS];
            double[] others = new double[ROUNDS];
            double[] atOnce = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                boolean first = i % 2 == 0;
                if (first) {
                    own[i] = own(interfaceName, transfers);
                }
                others[i] = kernel.figure(interfaceName, transfers, Transfers.BYTES, WITH_PAUSE);
                atOnce[i] = kernel.figure(interfaceName, transfers, Transfers.BYTES, AT_ONCE);
                if (!first) {
                    own[i] = own(interfaceName, transfers);
                }
            }
            return new Figures(Meter.median(own), Meter.median(others), Meter.median(atOnce));
        }
    }

    private static double own(String interfaceName, int count) throws IOException {
        try (MediaRun run = new MediaRun(interfaceName)) {
            Transfers transfers = new Transfers(
                    run.time(),
                    run.node("tester"),
                    run.node("ecu"),
                    IsoTpParameters.classic().withTimeouts(PATIENT));
            Stopwatch wall = Stopwatch.start();
            transfers.send();
            run.until(() -> transfers.count() == count);
            return count / wall.seconds();
        }
    }
}
