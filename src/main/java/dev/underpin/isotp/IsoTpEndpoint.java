package dev.underpin.isotp;

import dev.underpin.can.CanPort;
import dev.underpin.time.Scheduler;
import java.util.function.Consumer;

/**
 * One end of an ISO-TP conversation on a CAN port: sends and receives messages of any length (ISO 15765-2:2016).
 *
 * <p>Several endpoints may share a port. Threading: the scheduler's thread. Nothing to close.
 */
public final class IsoTpEndpoint {
    public IsoTpEndpoint(Scheduler scheduler, CanPort port, IsoTpAddress address, IsoTpParameters parameters) {}

    /**
     * Sends a message; messages given while one is under way follow in order.
     *
     * @param message at least one byte; not changed until {@code done} ran
     * @param done gets the result once the last frame was confirmed or the message was given up (N_USData.confirm)
     */
    public void send(byte[] message, Consumer<NResult> done) {
        throw new UnsupportedOperationException();
    }

    /** Sets who hears what is received. */
    public void listen(IsoTpListener listener) {
        throw new UnsupportedOperationException();
    }

    /** Forgets everything under way in both directions without telling anybody, as a loss of supply does. */
    public void reset() {
        throw new UnsupportedOperationException();
    }
}
