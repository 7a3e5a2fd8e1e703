package dev.underpin.rig.health;

import dev.underpin.time.Await;
import dev.underpin.time.Nanos;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Waiting that asks at each look, and at least once in a second of vehicle time, whether it may go on.
 *
 * @param await what waits
 * @param proceed throws when it may not
 */
record EndableAwait(Await await, Runnable proceed) implements Await {
    private static final long GLANCE = Nanos.SECOND;

    @Override
    public <T> T until(String what, long within, Supplier<Optional<T>> observation, Supplier<String> lastSeen) {
        return await.until(
                what,
                within,
                () -> {
                    proceed.run();
                    return observation.get();
                },
                lastSeen);
    }

    @Override
    public void pass(long nanos) {
        for (long left = nanos; left > 0; left -= GLANCE) {
            proceed.run();
            await.pass(Math.min(left, GLANCE));
        }
    }
}
