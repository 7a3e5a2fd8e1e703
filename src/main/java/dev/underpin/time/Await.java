package dev.underpin.time;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waiting for something observable, with one grammar on every tier: what, within which limit of vehicle time. */
public interface Await {
    /**
     * Lets time pass until {@code observation} is present.
     *
     * @param what what is awaited, in words that complete "waited for ..."
     * @param within the limit, in nanoseconds of vehicle time
     * @param observation looks without side effects; called often, so it has to be cheap
     * @param lastSeen describes what is there instead, for the error
     * @throws AwaitTimeout when the limit passed
     */
    <T> T until(String what, long within, Supplier<Optional<T>> observation, Supplier<String> lastSeen);

    /** Lets {@code nanos} of vehicle time pass. */
    void pass(long nanos);

    /** {@link #until} for a plain condition. */
    default void untilTrue(String what, long within, Supplier<Boolean> condition, Supplier<String> lastSeen) {
        until(what, within, () -> condition.get() ? Optional.of(Boolean.TRUE) : Optional.empty(), lastSeen);
    }

    /** The limit passed and what was awaited had not come. */
    final class AwaitTimeout extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public AwaitTimeout(String what, long within, @Nullable String lastSeen) {
            super("waited %.3f s of vehicle time for %s; last seen: %s"
                    .formatted(Nanos.toSeconds(within), what, lastSeen == null ? "nothing" : lastSeen));
        }
    }
}
