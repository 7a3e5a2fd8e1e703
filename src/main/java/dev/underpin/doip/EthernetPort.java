package dev.underpin.doip;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A host's port: its power, its cable, its connections, and until when each direction is busy. */
final class EthernetPort {
    private final String host;
    private final Set<DoipConnection> connections = new LinkedHashSet<>();
    private final List<Consumer<Boolean>> powerListeners = new ArrayList<>();
    private @Nullable Consumer<DoipConnection> acceptor;
    private boolean powered = true;
    private boolean cut;
    private long egressFree;
    private long ingressFree;

    EthernetPort(String host) {
        this.host = host;
    }

    String host() {
        return host;
    }

    boolean powered() {
        return powered;
    }

    boolean isCut() {
        return cut;
    }

    boolean reachable() {
        return powered && !cut;
    }

    boolean accepts() {
        return reachable() && acceptor != null;
    }

    void listen(Consumer<DoipConnection> newAcceptor) {
        acceptor = newAcceptor;
    }

    void accept(DoipConnection connection) {
        if (acceptor != null) {
            acceptor.accept(connection);
        }
    }

    void opened(DoipConnection connection) {
        connections.add(connection);
    }

    void closed(DoipConnection connection) {
        connections.remove(connection);
    }

    void onPower(Consumer<Boolean> listener) {
        powerListeners.add(listener);
    }

    void power(boolean on) {
        if (powered == on) {
            return;
        }
        powered = on;
        if (!on) {
            List.copyOf(connections).forEach(connection -> connection.end("power off"));
        }
        powerListeners.forEach(listener -> listener.accept(on));
    }

    void cut(boolean isCut) {
        cut = isCut;
        if (!cut) {
            List.copyOf(connections).forEach(DoipConnection::plugged);
        }
    }

    /** Takes the sending direction for {@code duration}; when the last byte has left. */
    long egress(long now, long duration) {
        egressFree = Math.max(now, egressFree) + duration;
        return egressFree;
    }

    /** Takes the receiving direction; when the last byte, which comes at {@code earliest} at the soonest, has arrived. */
    long ingress(long earliest, long duration) {
        ingressFree = Math.max(earliest, ingressFree + duration);
        return ingressFree;
    }
}
