package dev.underpin.doip;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection that carries DoIP messages in order: a TCP_DATA socket (ISO 13400-2:2019 clause 8.2). Threading: the
 * scheduler's thread.
 */
public final class DoipConnection {
    private final EthernetLink link;
    private final EthernetPort port;
    private final Endpoint local;
    private final String certified;
    private final Deque<Runnable> held = new ArrayDeque<>();
    private @Nullable DoipConnection peer;
    private Consumer<DoipMessage> receiver = message -> {};
    private Consumer<String> ended = reason -> {};
    private boolean open = true;

    /** @param certified the name in the certificate that the other end showed, empty for none */
    DoipConnection(EthernetLink link, EthernetPort port, Endpoint local, String certified) {
        this.link = link;
        this.port = port;
        this.local = local;
        this.certified = certified;
    }

    void join(DoipConnection other) {
        peer = other;
        other.peer = this;
    }

    /** Sets who gets the other end's messages, and who hears, with the reason, when the connection ends but not by this end. */
    public void listen(Consumer<DoipMessage> newReceiver, Consumer<String> newEnded) {
        receiver = newReceiver;
        ended = newEnded;
    }

    /** Sends; {@code sent} runs when the last byte has left, never when the connection is closed. */
    public void send(DoipMessage message, Runnable sent) {
        if (open) {
            link.transmit(this, message, sent);
        }
    }

    /** Sends. */
    public void send(DoipMessage message) {
        send(message, () -> {});
    }

    /** Whether this end is open; the other may be gone. */
    public boolean isOpen() {
        return open;
    }

    /** This end. */
    public Endpoint local() {
        return local;
    }

    /** The other end. */
    public Endpoint remote() {
        return peer().local;
    }

    /** Whether TLS secures it. */
    public boolean secured() {
        return local.transport() == Transport.TLS;
    }

    /** The name in the certificate that the other end showed, empty when it showed none. */
    public String certified() {
        return certified;
    }

    /** Closes; the other end hears of it. */
    public void close() {
        if (open) {
            forget();
            link.finish(this);
        }
    }

    /** Something of the other end is here; it waits while a cable is pulled. */
    void arrived(Runnable delivery) {
        if (port.isCut() || peer().port.isCut() || !held.isEmpty()) {
            held.add(delivery);
        } else {
            delivery.run();
        }
    }

    void received(DoipMessage message) {
        if (open) {
            receiver.accept(message);
        } else if (port.powered()) {
            link.reset(peer());
        }
    }

    /** A cable of either end was plugged in. */
    void plugged() {
        release();
        peer().release();
    }

    void end(String reason) {
        if (open) {
            forget();
            ended.accept(reason);
        }
    }

    DoipConnection peer() {
        return Objects.requireNonNull(peer);
    }

    EthernetPort port() {
        return port;
    }

    private void release() {
        while (!held.isEmpty() && port.reachable() && !peer().port.isCut()) {
            held.remove().run();
        }
    }

    private void forget() {
        open = false;
        port.closed(this);
    }
}
