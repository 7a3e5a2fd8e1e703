package dev.underpin.doip;

import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A simulated switched segment of the in-vehicle Ethernet: hosts by name, each with a full-duplex port, connections between two of
 * them that carry DoIP messages in order, and datagrams to one or all of them. A message takes the time of all its bytes, with the
 * headers of TCP, IP and Ethernet of every segment, on the sender's and on the receiver's port, and the latency of the switch. TLS is a
 * property of a connection here; its records are not modelled.
 *
 * <p>Messages to a host without power vanish, as do those already under way; a pulled cable holds those of connections until it is
 * plugged in again, and loses datagrams. What it stands for: ISO 13400-2:2019 clause 8, the transport and network layer below DoIP.
 * Threading: the scheduler's thread.
 */
public final class EthernetLink {
    /** 100BASE-T1. */
    public static final long RATE = 100_000_000;

    private static final int SEGMENT = 1460;
    private static final int SEGMENT_OVERHEAD = 78;
    private static final int DATAGRAM_OVERHEAD = 66;

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

    /** Whether the host has power and its cable is plugged in. */
    public boolean isReachable(String host) {
        return port(host).reachable();
    }

    /** Adds a listener that hears when the host is powered on (true) or off (false). */
    public void onPower(String host, Consumer<Boolean> listener) {
        port(host).onPower(listener);
    }

    /** Pulls a host's cable, or plugs it in again. */
    public void cut(String host, boolean isCut) {
        port(host).cut(isCut);
    }

    /** Sets who accepts the connections to a host over TCP (port 13400) or TLS (port 3496). */
    public void listen(String host, Transport transport, Consumer<DoipConnection> acceptor) {
        port(host).listen(transport, acceptor);
    }

    /** Sets who gets the datagrams that come to a port of a host, or to that port of everyone. */
    public void hear(String host, int udpPort, DatagramListener listener) {
        port(host).hear(udpPort, listener);
    }

    /** Sets who gets the datagrams that come to a port of its own that the host now gets; returns the port. */
    public Endpoint hear(String host, DatagramListener listener) {
        Endpoint own = port(host).ephemeral(Transport.UDP);
        hear(host, own.port(), listener);
        return own;
    }

    /** Nobody gets the datagrams that come to that port any more. */
    public void leave(Endpoint own) {
        port(own.host()).leave(own.port());
    }

    /** Sends a datagram to a port of a host, or to that port of {@link Endpoint#EVERYONE} else. */
    public void datagram(Endpoint from, Endpoint to, DoipMessage message) {
        EthernetPort sender = port(from.host());
        long duration = nanos(message.wireLength() + DATAGRAM_OVERHEAD);
        Runnable underWay = () -> {
            if (sender.reachable()) {
                observers.forEach(observer -> observer.message(scheduler.now(), from, to, message));
                receivers(from, to).forEach(receiver -> deliver(receiver, from, to.port(), duration, message));
            }
        };
        scheduler.alarm(underWay).at(sender.egress(scheduler.now(), duration));
    }

    private List<EthernetPort> receivers(Endpoint from, Endpoint to) {
        return to.host().equals(Endpoint.EVERYONE)
                ? ports.values().stream()
                        .filter(port -> !port.host().equals(from.host()))
                        .toList()
                : List.of(port(to.host()));
    }

    private void deliver(EthernetPort receiver, Endpoint from, int udpPort, long duration, DoipMessage message) {
        long arrival = receiver.ingress(scheduler.now() + latency, duration);
        scheduler.alarm(() -> receiver.datagram(from, udpPort, message)).at(arrival);
    }

    /**
     * Opens a connection over TCP.
     *
     * @param timeout how long to wait when nothing answers, nanoseconds
     * @param failed gets the reason in words: refused or no answer
     */
    public void connect(
            String from, String to, long timeout, Consumer<DoipConnection> connected, Consumer<String> failed) {
        connect(from, Endpoint.entity(Transport.TCP, to), "", timeout, connected, failed);
    }

    /**
     * Opens a connection.
     *
     * @param certified the name in the certificate that the client shows over TLS, empty for none
     * @param timeout how long to wait when nothing answers, nanoseconds
     * @param failed gets the reason in words: refused or no answer
     */
    public void connect(
            String from,
            Endpoint to,
            String certified,
            long timeout,
            Consumer<DoipConnection> connected,
            Consumer<String> failed) {
        EthernetPort client = port(from);
        EthernetPort server = port(to.host());
        if (!client.reachable() || !server.reachable()) {
            scheduler.after(timeout, () -> failed.accept("no answer from " + to.host()));
            return;
        }
        DoipConnection near = new DoipConnection(this, client, client.ephemeral(to.transport()), "");
        DoipConnection far = new DoipConnection(this, server, to, certified);
        scheduler.after(2 * (latency + duration(0)), () -> handshake(client, near, server, far, connected, failed));
    }

    private static void handshake(
            EthernetPort client,
            DoipConnection near,
            EthernetPort server,
            DoipConnection far,
            Consumer<DoipConnection> connected,
            Consumer<String> failed) {
        if (!server.accepts(far.local().transport())) {
            failed.accept("connection refused by " + server.host());
            return;
        }
        near.join(far);
        client.opened(near);
        server.opened(far);
        server.accept(far);
        connected.accept(near);
    }

    void transmit(DoipConnection from, DoipMessage message, Runnable sent) {
        Runnable left = () -> {
            observers.forEach(observer -> observer.message(scheduler.now(), from.local(), from.remote(), message));
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
        return nanos(bytes + segments * SEGMENT_OVERHEAD);
    }

    private long nanos(long bytes) {
        return bytes * 8 * Nanos.SECOND / bitsPerSecond;
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
        void message(long at, Endpoint from, Endpoint to, DoipMessage message);
    }

    /** Gets datagrams. */
    @FunctionalInterface
    public interface DatagramListener {
        /** A datagram is complete. */
        void datagram(Endpoint from, DoipMessage message);
    }
}
