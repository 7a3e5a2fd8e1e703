package dev.underpin.bench;

import dev.underpin.campaign.Run;
import dev.underpin.campaign.RunPlan;
import dev.underpin.campaign.RunResult;
import dev.underpin.campaign.Workers;
import dev.underpin.campaign.flow.Bearer;
import dev.underpin.campaign.flow.Flow;
import dev.underpin.campaign.flow.Update;
import dev.underpin.fault.FaultPlan;
import dev.underpin.judge.Judge;
import dev.underpin.judge.Verdict;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.time.Stopwatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;

/**
 * Whole runs of a campaign: an update of every control unit with flash (small images), from a new world to its verdict and digest, each
 * with chance of its own; by one worker and by two, in turns.
 *
 * <p>Compilers work beside one worker on the other core, but take it from two: the rounds begin when they have little left to do, as in
 * a campaign of thousands of runs.
 */
public final class CampaignBenchmark {
    private static final Flow FLOW = new Update("small", Bearer.WIFI);
    private static final double WARM_UP_SECONDS = 40;
    private static final double LONGEST_WARM_UP_SECONDS = 160;
    private static final double QUIET_COMPILERS = 0.02;
    private static final double ROUND_SECONDS = 6;
    private static final int ROUNDS = 5;
    private static final int TWO = 2;
    private static final double MILLIS = 1e3;

    /**
     * What was measured; rates are medians of 5 rounds of 6 s.
     *
     * @param flowsPerSecondPerCore whole runs per wall second of one worker
     * @param vehicleSecondsPerWallSecond of one worker
     * @param scaling runs of two workers over those of one
     * @param bytesRetainedPerRun heap that is still held after a collection, per run of all rounds
     * @param runs how many runs the last figure is over
     */
    public record Figures(
            double flowsPerSecondPerCore,
            double vehicleSecondsPerWallSecond,
            double scaling,
            double bytesRetainedPerRun,
            int runs) {}

    private record Rates(double flows, double vehicleSeconds) {}

    private final BenchProvider benches;
    private final Judge judge = Judge.standard();
    private final AtomicInteger runs = new AtomicInteger();

    public CampaignBenchmark(BenchProvider benches) {
        this.benches = benches;
    }

    /**
     * Measures, for two to four minutes.
     *
     * @throws InterruptedException when it is to end before
     */
    public Figures measure() throws InterruptedException {
        warmUp();
        double[] alone = new double[ROUNDS];
        double[] vehicle = new double[ROUNDS];
        double[] together = new double[ROUNDS];
        long held = Meter.heldBytes();
        int before = runs.get();
        for (int i = 0; i < ROUNDS; i++) {
            Rates one = round(1, ROUND_SECONDS);
            alone[i] = one.flows();
            vehicle[i] = one.vehicleSeconds();
            together[i] = round(TWO, ROUND_SECONDS).flows();
        }
        int played = runs.get() - before;
        return new Figures(
                Meter.median(alone),
                Meter.median(vehicle),
                Meter.median(together) / Meter.median(alone),
                (double) (Meter.heldBytes() - held) / played,
                played);
    }

    private void warmUp() throws InterruptedException {
        Stopwatch watch = Stopwatch.start();
        round(TWO, WARM_UP_SECONDS);
        boolean quiet = false;
        while (!quiet && watch.seconds() < LONGEST_WARM_UP_SECONDS) {
            quiet = compilersRest();
        }
    }

    /** Plays one more round; whether the compilers worked less than {@value #QUIET_COMPILERS} of its time. */
    private boolean compilersRest() throws InterruptedException {
        Stopwatch watch = Stopwatch.start();
        long before = Meter.compilationMillis();
        round(TWO, ROUND_SECONDS);
        return (Meter.compilationMillis() - before) / MILLIS < QUIET_COMPILERS * watch.seconds();
    }

    /** Each worker ends with the run in which the time is over; its rate is over its own time. */
    private Rates round(int workers, double seconds) throws InterruptedException {
        DoubleAdder flows = new DoubleAdder();
        DoubleAdder vehicle = new DoubleAdder();
        Workers.side(workers, () -> {
            Stopwatch watch = Stopwatch.start();
            int own = 0;
            double driven = 0;
            while (watch.seconds() < seconds) {
                driven += played().vehicleSeconds();
                own++;
            }
            flows.add(own / watch.seconds());
            vehicle.add(driven / watch.seconds());
        });
        return new Rates(flows.sum(), vehicle.sum());
    }

    private RunResult played() {
        RunResult result =
                new Run(new RunPlan(0, "bench " + runs.incrementAndGet(), FLOW, FaultPlan.none())).play(benches, judge);
        if (result.verdict() != Verdict.PASS) {
            throw new IllegalStateException("a run without faults was not kept: " + result);
        }
        return result;
    }
}
