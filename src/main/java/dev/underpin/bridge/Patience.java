package dev.underpin.bridge;

import dev.underpin.time.Nanos;
import dev.underpin.time.Stopwatch;
import java.net.SocketTimeoutException;

/** How long is waited in all, by the wall clock. */
final class Patience {
    private final Stopwatch watch = Stopwatch.start();
    private final long nanos;

    /** @param nanos 0 for ever */
    Patience(long nanos) {
        this.nanos = nanos;
    }

    /**
     * The milliseconds that are left, as sockets take them: 0 for ever.
     *
     * @throws SocketTimeoutException when none is left
     */
    int millis() throws SocketTimeoutException {
        if (nanos == 0) {
            return 0;
        }
        double left = Nanos.toSeconds(nanos) - watch.seconds();
        if (left <= 0) {
            throw new SocketTimeoutException("the patience is over");
        }
        return (int) Math.clamp(Math.ceil(left * 1000), 1, Integer.MAX_VALUE);
    }
}
