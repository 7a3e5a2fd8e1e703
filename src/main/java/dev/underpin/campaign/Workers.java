package dev.underpin.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that play runs side by side. Runs share nothing, so nothing is guarded. The caller's thread waits. */
public final class Workers {
    private Workers() {}

    /**
     * Lets so many workers do the same work, each on a thread of its own, and waits for all of them.
     *
     * @throws InterruptedException when the caller is interrupted; the workers are interrupted too
     * @throws IllegalStateException when one of them failed, with the cause
     */
    public static void side(int workers, Runnable work) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                all.add(threads.submit(work));
            }
            try {
                for (Future<?> one : all) {
                    one.get();
                }
            } catch (InterruptedException ended) {
                threads.shutdownNow();
                throw ended;
            } catch (ExecutionException failed) {
                threads.shutdownNow();
                throw new IllegalStateException("a worker failed", failed.getCause());
            }
        }
    }
}
