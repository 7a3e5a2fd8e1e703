package dev.underpin.bridge;

import dev.underpin.can.log.LogEntry;
import dev.underpin.time.WallClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Follows a bus in python-can's multicast group. A moment is that of the arrival, as python-can has it: each member's own stamps are of
 * another clock.
 */
public final class MulticastFollower implements BusFollower {
    private final MulticastEar ear;
    private final String bus;
    private final Patience patience;
    private final Tally refused;

    /**
     * Joins the group.
     *
     * @param local address of the interface to use
     * @param bus the name that the bus gets, whatever its members call it
     * @param lasting nanoseconds of wall time after which it ends, 0 for never
     * @throws IOException when the interface or the port cannot be used
     */
    public MulticastFollower(InetAddress local, int port, String bus, long lasting, Notices notices)
            throws IOException {
        this.ear = new MulticastEar(local, port);
        this.bus = bus;
        this.patience = new Patience(lasting);
        this.refused = new Tally(notices);
    }

    /** The group's port. */
    public int port() {
        return ear.group().getPort();
    }

    @Override
    public @Nullable LogEntry next() throws IOException {
        try {
            while (true) {
                MulticastEar.Heard heard = ear.hear(patience.millis());
                try {
                    return MulticastMessage.entry(MulticastEar.checked(heard.datagram()), now(), bus);
                } catch (BadInput bad) {
                    refused.add("a datagram from %s:%d was passed over: %s"
                            .formatted(
                                    heard.sender().getAddress().getHostAddress(),
                                    heard.sender().getPort(),
                                    bad.why()));
                }
            }
        } catch (ClosedChannelException | SocketTimeoutException ended) {
            return null;
        }
    }

    private static long now() {
        Instant now = WallClock.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public void close() throws IOException {
        ear.close();
    }
}
