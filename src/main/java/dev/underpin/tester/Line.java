package dev.underpin.tester;

import dev.underpin.can.CanPort;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.TesterLink;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.uds.client.FunctionalClient;
import dev.underpin.uds.client.UdsError;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A tester's way into a vehicle, with the time that drives it. Confined to one thread; whoever opened it closes it. */
public interface Line extends AutoCloseable {
    /** What drives it. */
    Scheduler scheduler();

    /** In words, such as {@code bus drive}. */
    String name();

    /** The way to the control unit at an address. */
    TesterLink to(Address address);

    /**
     * A tester of all control units, if the line has an address that means all.
     *
     * @param each by name those whose answers it collects; none when it only tells
     */
    Optional<FunctionalClient> toAll(Map<String, Address> each, ClientTiming timing);

    /** The tester's own port, if the line is a CAN bus. */
    Optional<CanPort> port();

    /** Bytes of messages per second that the line carries at most to that address, or 0 when that is not known. */
    double bytesPerSecond(Address address);

    /** Lets time pass until {@code future} has ended. */
    <T> T await(CompletableFuture<T> future) throws UdsError;

    /** Lets time pass. */
    default void pass(long nanos) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        scheduler().after(nanos, () -> over.complete(null));
        try {
            await(over);
        } catch (UdsError impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    void close();
}
