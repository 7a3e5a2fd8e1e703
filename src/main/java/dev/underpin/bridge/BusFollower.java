package dev.underpin.bridge;

import dev.underpin.can.log.LogEntry;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Hears what passes on a bus that somebody offers, and sends nothing; from when it is made until it is closed.
 *
 * <p>Threading: one thread asks for what passes, any may close.
 */
public sealed interface BusFollower extends Closeable permits MulticastFollower, SocketcandFollower {
    /**
     * Waits for what passes next; null when the bus is offered no more, the patience is over, or this was closed.
     *
     * @throws IOException when the connection broke
     */
    @Nullable
    LogEntry next() throws IOException;
}
