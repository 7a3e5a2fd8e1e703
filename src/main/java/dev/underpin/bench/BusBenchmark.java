package dev.underpin.bench;

import dev.underpin.bench.Traffic.Message;
import dev.underpin.time.Nanos;
import dev.underpin.time.Stopwatch;
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

    /** Measures, for about half a minute; the bus and the bare loop in turns, the bus with its history behind them. */
    public Figures measure() {
        BareLoop bare = new BareLoop(traffic);
        LoadedBus bus = new LoadedBus(traffic, false);
        double[] bareRates = new double[ROUNDS];
        double[] busRates = new double[ROUNDS];
        double allocated = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long until = (round + WARM_UP + 1) * ROUND;
            double bareRate = rate(bare::run, until);
            long before = Meter.allocatedBytes();
            Stopwatch watch = Stopwatch.start();
            long frames = bus.run(until);
            double busRate = frames / watch.seconds();
            allocated = (double) (Meter.allocatedBytes() - before) / frames;
            if (round >= 0) {
                bareRates[round] = bareRate;
                busRates[round] = busRate;
            }
        }
        if (bare.idleAt() == 0) {
            throw new IllegalStateException("the bare loop has done nothing");
        }
        double median = Meter.median(busRates);
        double bareMedian = Meter.median(bareRates);
        return new Figures(median, bareMedian, median / bareMedian, allocated, Meter.median(recordedRates()));
    }

    /** Each round on a bus of its own, whose history would fill the memory. */
    private double[] recordedRates() {
        double[] rates = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double rate = rate(new LoadedBus(traffic, true)::run, ROUND);
            if (round >= 0) {
                rates[round] = rate;
            }
        }
        return rates;
    }

    private static double rate(LongUnaryOperator play, long until) {
        Stopwatch watch = Stopwatch.start();
        long frames = play.applyAsLong(until);
        return frames / watch.seconds();
    }
}
