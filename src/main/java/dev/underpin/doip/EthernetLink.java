package dev.underpin.doip;

import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A simulated switched segment of the in-vehicle Ethernet: hosts by name, each with a full-duplex port, and connections between two
 * of them that carry DoIP messages in order. A message takes the time of all its bytes, with the headers of TCP, IP and Ethernet of
 * every segment, on the sender's and on the receiver's port, and the latency of the switch.
 *
 * <p>Messages to a host without power vanish, as do those already under way; a pulled cable holds them until it is plugged in again.
 * Threading: the scheduler's thread.
 */
public final class EthernetLink {
    /** 100BASE-T1. */
    public static final long RATE = 100_000_000;

    private static final int SEGMENT = 1460;
    private static final int SEGMENT_OVERHEAD = 78;

    private final Scheduler scheduler;
    private final long bitsPerSecond;
    private final long latency;
    private final Map<String, EthernetPort> ports = new TreeMap<>();
    private final List<Observer> observers = new ArrayList<>();

    /**
     * A segment.
     *
     * @param latency time through the switch, nanoseconds
     */
    public EthernetLink(Scheduler scheduler, long bitsPerSecond, long latency) {
        this.scheduler = scheduler;
        this.bitsPerSecond = bitsPerSecond;
        this.latency = latency;
    }

    /** A segment of 100 Mbit/s with 20 microseconds through its switch. */
    public EthernetLink(Scheduler scheduler) {
        this(scheduler, RATE, 20 * Nanos.MICROSECOND);
    }

    /** Adds an observer of every message, also of those that never arrive. */
    public void observe(Observer observer) {
        observers.add(observer);
    }

    /** Powers a host on or off; off ends its connections, of which the other ends hear nothing. */
    public void power(String host, boolean on) {
        port(host).power(on);
    }

    /** Adds a listener that hears when the host is powered on (true) or off (false). */
    public void onPower(String host, Consumer<Boolean> listener) {
        port(host).onPower(listener);
    }

    /** Pulls a host's cable, or plugs it in again. */
    public void cut(String host, boolean isCut) {
        port(host).cut(isCut);
    }

    /** Sets who accepts the connections to a host (TCP port 13400). */
    public void listen(String host, Consumer<DoipConnection> acceptor) {
        port(host).listen(acceptor);
    }

    /**
     * Opens a connection.
     *
     * @param timeout how long to wait when nothing answers, nanoseconds
     * @param failed gets the reason in words: refused or no answer
     */
    public void connect(
            String from, String to, long timeout, Consumer<DoipConnection> connected, Consumer<String> failed) {
        EthernetPort client = port(from);
        EthernetPort server = port(to);
        if (!client.reachable() || !server.reachable()) {
            scheduler.after(timeout, () -> failed.accept("no answer from " + to));
            return;
        }
        scheduler.after(2 * (latency + duration(0)), () -> handshake(client, server, connected, failed));
    }

    private void handshake(
            EthernetPort client, EthernetPort server, Consumer<DoipConnection> connected, Consumer<String> failed) {
        if (!server.accepts()) {
            failed.accept("connection refused by " + server.host());
            return;
        }
        DoipConnection near = new DoipConnection(this, client);
        DoipConnection far = new DoipConnection(this, server);
        near.join(far);
        client.opened(near);
        server.opened(far);
        server.accept(far);
        connected.accept(near);
    }

    void transmit(DoipConnection from, DoipMessage message, Runnable sent) {
        String to = from.peer().port().host();
        Runnable left = () -> {
            observers.forEach(
                    observer -> observer.message(scheduler.now(), from.port().host(), to, message));
            sent.run();
        };
        carry(from, message.wireLength(), left, () -> from.peer().received(message));
    }

    void reset(DoipConnection end) {
        scheduler.after(
                latency,
                () -> end.end("connection reset by " + end.peer().port().host()));
    }

    void finish(DoipConnection from) {
        carry(
                from,
                0,
                () -> {},
                () -> from.peer().end("closed by " + from.port().host()));
    }

    private void carry(DoipConnection from, int bytes, Runnable left, Runnable delivery) {
        long duration = duration(bytes);
        EthernetPort to = from.peer().port();
        Runnable underWay = () -> {
            if (from.port().powered()) {
                long arrival = to.ingress(scheduler.now() + latency, duration);
                scheduler.alarm(() -> from.peer().arrived(delivery)).at(arrival);
                left.run();
            }
        };
        scheduler.alarm(underWay).at(from.port().egress(scheduler.now(), duration));
    }

    private long duration(int bytes) {
        long segments = Math.max(1, (bytes + SEGMENT - 1) / SEGMENT);
        return (bytes + segments * SEGMENT_OVERHEAD) * 8 * Nanos.SECOND / bitsPerSecond;
    }

    private EthernetPort port(String host) {
        return ports.computeIfAbsent(host, EthernetPort::new);
    }

    /** Sees what is put on the segment. */
    @FunctionalInterface
    public interface Observer {
        /**
         * A message's last byte left its sender.
         *
         * @param at vehicle time, nanoseconds
         */
        void message(long at, String from, String to, DoipMessage message);
    }
}
