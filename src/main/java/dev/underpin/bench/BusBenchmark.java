package dev.underpin.bench;

import com.sun.management.ThreadMXBean;
import dev.underpin.bench.Traffic.Message;
import dev.underpin.time.Nanos;
import dev.underpin.time.Stopwatch;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Frames per second of a virtual bus, beside those of a bare loop on the same traffic, measured in turns. */
public final class BusBenchmark {
    private static final int ROUNDS = 7;
    private static final int WARM_UP = 3;
    private static final long ROUND = 5 * Nanos.MINUTE;

    /**
     * What was measured; frames per second are medians of 7 rounds of 5 minutes of bus time each.
     *
     * @param bytesAllocated per frame, by the thread that plays the bus
     */
    public record Figures(
            double framesPerSecond,
            double bareLoopFramesPerSecond,
            double ratio,
            double bytesAllocated,
            double withHistoryFramesPerSecond) {}

    private final List<Message> traffic = Traffic.messages();

    /** Measures, for about half a minute. */
    public Figures measure() {
        BareLoop bare = new BareLoop(traffic);
        LoadedBus bus = new LoadedBus(traffic, false);
        double[] bareRates = new double[ROUNDS];
        double[] busRates = new double[ROUNDS];
        double[] recordedRates = new double[ROUNDS];
        double allocated = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long until = (round + WARM_UP + 1) * ROUND;
            double bareRate = rate(bare::run, until);
            long before = allocatedBytes();
            Stopwatch watch = Stopwatch.start();
            long frames = bus.run(until);
            double busRate = frames / watch.seconds();
            allocated = (double) (allocatedBytes() - before) / frames;
            double recordedRate = rate(new LoadedBus(traffic, true)::run, ROUND);
            if (round >= 0) {
                bareRates[round] = bareRate;
                busRates[round] = busRate;
                recordedRates[round] = recordedRate;
            }
        }
        if (bare.idleAt() == 0) {
            throw new IllegalStateException("the bare loop has done nothing");
        }
        double median = median(busRates);
        return new Figures(median, median(bareRates), median / median(bareRates), allocated, median(recordedRates));
    }

    private static double rate(LongUnaryOperator play, long until) {
        Stopwatch watch = Stopwatch.start();
        long frames = play.applyAsLong(until);
        return frames / watch.seconds();
    }

    private static double median(double[] rates) {
        double[] sorted = rates.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
