package dev.underpin.bench;

import dev.underpin.isotp.IsoTpParameters;
import dev.underpin.time.Nanos;
import dev.underpin.time.Stopwatch;

/**
 * Flashing over a virtual bus by ISO-TP (ISO 15765-2:2016): transfers of 4095 bytes, each answered by a single frame of 2, block size 0,
 * STmin 0. Measured in vehicle time beside what the line could carry, and in wall time beside the frames per second of the bus alone.
 */
public final class IsoTpBenchmark {
    private static final int ROUNDS = 7;
    private static final int WARM_UP = 3;
    private static final long ROUND = 2 * Nanos.MINUTE;

    /**
     * What was measured; rates in wall time are medians of 7 rounds of 2 minutes of bus time each.
     *
     * @param linePayload payload bytes per second of vehicle time that a line full of consecutive frames would carry
     * @param payload payload bytes per second of vehicle time that arrived
     * @param lineShare their ratio
     * @param bytesPerSecond payload bytes per second of wall time
     * @param consecutiveFramesPerSecond consecutive frames per second of wall time
     * @param bareFramesPerSecond frames like these per second of wall time, sent back to back on the bus without ISO-TP
     * @param bytesAllocated for each consecutive frame, by the thread that plays the bus
     */
    public record Figures(
            double linePayload,
            double payload,
            double lineShare,
            double bytesPerSecond,
            double consecutiveFramesPerSecond,
            double bareFramesPerSecond,
            double bytesAllocated) {}

    private IsoTpBenchmark() {}

    /** Measures classical frames of 8 bytes at 500 kbit/s, for some seconds. */
    public static Figures classic() {
        return measure(IsoTpParameters.classic());
    }

    /** Measures CAN FD frames of 64 bytes at 500 kbit/s and 2 Mbit/s, for some seconds. */
    public static Figures fd() {
        return measure(IsoTpParameters.fd(64));
    }

    private static Figures measure(IsoTpParameters parameters) {
        Flashing flashing = new Flashing(parameters);
        BackToBack bare = new BackToBack(parameters);
        double[] bytes = new double[ROUNDS];
        double[] consecutive = new double[ROUNDS];
        double[] bareRates = new double[ROUNDS];
        double allocated = 0;
        long begun = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long until = (round + WARM_UP + 1) * ROUND;
            if (round == 0) {
                begun = flashing.bytes();
            }
            long bytesBefore = flashing.bytes();
            long framesBefore = flashing.consecutiveFrames();
            long allocatedBefore = Meter.allocatedBytes();
            Stopwatch watch = Stopwatch.start();
            flashing.run(until);
            double seconds = watch.seconds();
            allocated =
                    (double) (Meter.allocatedBytes() - allocatedBefore) / (flashing.consecutiveFrames() - framesBefore);
            double bareRate = bare.run(until);
            if (round >= 0) {
                bytes[round] = (flashing.bytes() - bytesBefore) / seconds;
                consecutive[round] = (flashing.consecutiveFrames() - framesBefore) / seconds;
                bareRates[round] = bareRate;
            }
        }
        double payload = (flashing.bytes() - begun) / Nanos.toSeconds(ROUNDS * ROUND);
        return new Figures(
                flashing.linePayload(),
                payload,
                payload / flashing.linePayload(),
                Meter.median(bytes),
                Meter.median(consecutive),
                Meter.median(bareRates),
                allocated);
    }
}
