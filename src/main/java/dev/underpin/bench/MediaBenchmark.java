package dev.underpin.bench;

import dev.underpin.can.CanFrame;
import dev.underpin.can.socketcan.KernelCarrier;
import dev.underpin.time.Stopwatch;
import java.io.IOException;

/**
 * How many frames a second go through the kernel and come back, one outstanding at a time, as the buses of a bench in stepped time have
 * them carried; beside a plain C loop that does the same on the same interface, round by round in turn.
 */
public final class MediaBenchmark {
    private static final int ROUNDS = 7;
    private static final int WARM_UP = 3;
    private static final int VALUES = 256;

    /** Lets the carrier's socket pass over what it heard of the C loop. */
    private static final CanFrame BEHIND_THE_LOOP = CanFrame.classic(0x7FF);

    private MediaBenchmark() {}

    /**
     * Medians of the rounds.
     *
     * @param framesPerSecond of Underpin
     * @param plainFramesPerSecond of the C loop
     * @param lost frames that the kernel did not show
     */
    public record Figures(double framesPerSecond, double plainFramesPerSecond, int lost) {
        public double ratio() {
            return framesPerSecond / plainFramesPerSecond;
        }
    }

    /**
     * Measures on an interface that is up.
     *
     * @param frames of a round
     * @throws dev.underpin.mistake.UserMistake when the interface or a C compiler is missing
     */
    public static Figures measure(String interfaceName, int frames) throws IOException, InterruptedException {
        Losses losses = new Losses();
        try (KernelCarrier carrier = KernelCarrier.open(interfaceName, null, node -> false, losses);
                CProgram plain = CProgram.compiled("plain_loop.c")) {
            CanFrame[] sent = new CanFrame[VALUES];
            for (int i = 0; i < VALUES; i++) {
                sent[i] = CanFrame.classic(0x123, new byte[] {(byte) i, 0, 0, 0, 0, 0, 0, 0});
            }
            for (int i = 0; i < WARM_UP; i++) {
                round(carrier, sent, frames);
            }
            double[] own = new double[ROUNDS];
            double[] others = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                others[i] = plain.figure(interfaceName, frames);
                carrier.carry("bench", BEHIND_THE_LOOP);
                own[i] = round(carrier, sent, frames);
            }
            return new Figures(Meter.median(own), Meter.median(others), losses.lost);
        }
    }

    private static double round(KernelCarrier carrier, CanFrame[] sent, int frames) {
        Stopwatch wall = Stopwatch.start();
        for (int i = 0; i < frames; i++) {
            carrier.carry("bench", sent[i % VALUES]);
        }
        return frames / wall.seconds();
    }

    private static final class Losses implements KernelCarrier.Notices {
        private int lost;

        @Override
        public void lost(String interfaceName, String sender, CanFrame frame) {
            lost++;
        }

        @Override
        public void foreign(String interfaceName, CanFrame frame) {
            // of the C loop
        }
    }
}
