package dev.underpin.can.socketcan;

import dev.underpin.mistake.UserMistake;
import dev.underpin.time.Nanos;
import dev.underpin.time.PacedRun;
import dev.underpin.time.Scheduler;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import tel.schich.javacan.CanSocketOptions;
import tel.schich.javacan.RawCanChannel;
import tel.schich.javacan.platform.linux.UnixFileDescriptor;
import tel.schich.javacan.platform.linux.epoll.EPollSelector;
import tel.schich.javacan.select.IOEvent;
import tel.schich.javacan.select.SelectorRegistration;

/**
 * The CAN interfaces that a run by the wall clock uses: while the run has nothing to do it waits in the kernel (epoll), and frames are
 * heard on its own thread as soon as they are there. So the protocols of the virtual bus run on real interfaces as they are.
 *
 * <p>Threading: all but {@link #wakeUp} on the run's thread. Whoever opened it closes it; that closes its ports too.
 */
public final class CanSockets implements PacedRun.Waiting, Closeable {
    /** epoll counts whole milliseconds; shorter waits are slept in pieces of this length. */
    private static final long PIECE = 50 * Nanos.MICROSECOND;

    /** Frames that the kernel may hold: enough to keep the bus busy, fewer than the shortest queue of an interface (10). */
    private static final int MOST_GIVEN = 4;

    private final Scheduler scheduler;
    private final EPollSelector selector;
    private final Map<Object, SocketCanPort> ports = new HashMap<>();
    private final Queue<IOEvent<UnixFileDescriptor>> ready = new ArrayDeque<>();
    private boolean closed;

    private CanSockets(Scheduler scheduler, EPollSelector selector) {
        this.scheduler = scheduler;
        this.selector = selector;
    }

    /**
     * None yet.
     *
     * @param scheduler the one that the run lets follow the wall clock
     * @throws UserMistake when this machine has no SocketCAN
     */
    public static CanSockets open(Scheduler scheduler) throws IOException {
        try {
            return new CanSockets(scheduler, EPollSelector.open());
        } catch (LinkageError absent) {
            throw RawSocket.absent();
        }
    }

    /**
     * Looks after an interface.
     *
     * @throws UserMistake when it is down or gone; it says what to type
     */
    public static void requireUp(String interfaceName) throws IOException {
        CanInterface.find(interfaceName);
    }

    /**
     * Joins the bus of an interface, with CAN FD when the interface is set up for it (mtu 72).
     *
     * @param node the node's name, for histories
     * @throws UserMistake when there is no such interface, or it cannot be used; it says what to type
     */
    public SocketCanPort join(String interfaceName, String node) throws IOException {
        return join(interfaceName, node, MOST_GIVEN);
    }

    /** The same, with at most so many frames handed to the kernel at a time. */
    SocketCanPort join(String interfaceName, String node, int mostGiven) throws IOException {
        CanInterface found = CanInterface.find(interfaceName);
        RawCanChannel channel = RawSocket.channel(found);
        channel.configureBlocking(false);
        channel.setOption(CanSocketOptions.SO_TIMESTAMPNS, true);
        SocketCanPort port = new SocketCanPort(scheduler, channel, found, node, mostGiven);
        selector.register(channel, SelectorRegistration.Operation.READ);
        ports.put(channel, port);
        return port;
    }

    @Override
    public void await(long nanos) {
        try {
            if (nanos >= Nanos.MILLISECOND) {
                ready.addAll(selector.select(Duration.ofMillis(nanos / Nanos.MILLISECOND)));
                return;
            }
            ready.addAll(selector.selectNow());
            if (ready.isEmpty()) {
                LockSupport.parkNanos(this, Math.min(nanos, PIECE));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public boolean handIn() {
        IOEvent<UnixFileDescriptor> event = ready.poll();
        SocketCanPort port =
                event == null ? null : ports.get(event.getRegistration().getChannel());
        if (port != null) {
            port.read();
        }
        return event != null;
    }

    @Override
    public synchronized void wakeUp() {
        if (!closed) {
            selector.wakeup();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        for (SocketCanPort port : ports.values()) {
            port.close();
        }
        selector.close();
    }
}
