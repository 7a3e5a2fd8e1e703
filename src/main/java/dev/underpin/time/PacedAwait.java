package dev.underpin.time;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * Waiting by the wall clock: Awaitility asks, in the same thread, and between two questions the run goes on. Limits are vehicle time: what
 * the run has given up because it could not keep pace does not count. Confined to the run's thread.
 */
public final class PacedAwait implements Await {
    /** Awaitility looks at the clock as often, vehicle time; the observation is looked at after every turn of the run. */
    private static final long SLICE = 100 * Nanos.MILLISECOND;

    private static final Duration GRACE = Duration.ofMinutes(1);

    private final VirtualScheduler scheduler;
    private final PacedRun run;

    public PacedAwait(VirtualScheduler scheduler, PacedRun run) {
        this.scheduler = scheduler;
        this.run = run;
    }

    @Override
    public <T> T until(String what, long within, Supplier<Optional<T>> observation, Supplier<String> lastSeen) {
        long limit = scheduler.now() + within;
        return Awaitility.await(what)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ZERO)
                .atMost(run.wallTime(within).multipliedBy(2).plus(GRACE))
                .until(
                        () -> {
                            Optional<T> seen = look(observation, Math.min(limit, scheduler.now() + SLICE));
                            if (seen.isEmpty() && scheduler.now() >= limit) {
                                throw new AwaitTimeout(what, within, lastSeen.get());
                            }
                            return seen;
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    private <T> Optional<T> look(Supplier<Optional<T>> observation, long until) {
        Optional<T> seen = observation.get();
        while (seen.isEmpty() && scheduler.now() < until) {
            run.turn(until);
            seen = observation.get();
        }
        return seen;
    }

    @Override
    public void pass(long nanos) {
        long until = scheduler.now() + nanos;
        while (scheduler.now() < until) {
            run.turn(until);
        }
    }
}
