package dev.underpin.campaign;

import dev.underpin.campaign.list.RunList;
import dev.underpin.campaign.store.Header;
import dev.underpin.campaign.store.ResultFolder;
import dev.underpin.judge.Judge;
import dev.underpin.judge.Verdict;
import dev.underpin.rig.RigError;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.time.Stopwatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays the runs of a shard that have no result yet. */
public final class Engine {
    private final BenchProvider benches;
    private final RunList list;

    /** Is told of each run that ended; by one worker at a time. */
    @FunctionalInterface
    public interface Progress {
        /**
         * A run has ended.
         *
         * @param done how many runs of the shard have a result now
         * @param of how many there are
         * @param own how many of them were played now
         */
        void ended(RunResult result, int done, int of, int own, double seconds);
    }

    public Engine(BenchProvider benches, RunList list) {
        this.benches = benches;
        this.list = list;
    }

    /**
     * Plays what is left.
     *
     * @param seconds wall time after which no run is begun any more
     * @throws InterruptedException when it is to end before; what has a result keeps it
     */
    public void play(ResultFolder folder, Header header, int workers, double seconds, Progress progress)
            throws InterruptedException {
        Stopwatch watch = Stopwatch.start();
        AtomicInteger next = new AtomicInteger();
        int of = count(header);
        AtomicInteger done = new AtomicInteger(folder.all().size());
        AtomicInteger own = new AtomicInteger();
        Workers.side(workers, () -> {
            int index = next.getAndIncrement();
            while (index < list.size()
                    && watch.seconds() < seconds
                    && !Thread.currentThread().isInterrupted()) {
                if (header.has(index) && !folder.has(index)) {
                    RunResult result = result(list.get(index));
                    keep(folder, result);
                    synchronized (progress) {
                        progress.ended(result, done.incrementAndGet(), of, own.incrementAndGet(), watch.seconds());
                    }
                }
                index = next.getAndIncrement();
            }
        });
    }

    /** Plays one run; whatever happens is a result. */
    public RunResult result(RunPlan plan) {
        return result(plan, benches);
    }

    /** Plays one run on a bench of {@code benches}; whatever happens is a result. */
    public static RunResult result(RunPlan plan, BenchProvider benches) {
        try {
            return new Run(plan).play(benches, Judge.standard());
        } catch (RigError broken) {
            return RunResult.crashed(plan.index(), Verdict.RIG_ERROR, broken);
        } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError failure) {
            return RunResult.crashed(plan.index(), Verdict.HARNESS_ERROR, failure);
        }
    }

    private static void keep(ResultFolder folder, RunResult result) {
        try {
            folder.add(result);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private int count(Header header) {
        int count = 0;
        for (int i = 0; i < list.size(); i++) {
            count += header.has(i) ? 1 : 0;
        }
        return count;
    }
}
