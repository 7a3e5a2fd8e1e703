package dev.underpin.doip;

import dev.underpin.doip.EthernetLink.DatagramListener;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A host's port: its power, its cable, its connections, its UDP ports, and until when each direction is busy. */
final class EthernetPort {
    private static final int FIRST_EPHEMERAL = 49_152;
    private static final int EPHEMERAL = 16_384;

    private final String host;
    private final Set<DoipConnection> connections = new LinkedHashSet<>();
    private final List<Consumer<Boolean>> powerListeners = new ArrayList<>();
    private final Map<Transport, Consumer<DoipConnection>> acceptors = new EnumMap<>(Transport.class);
    private final Map<Integer, DatagramListener> datagrams = new TreeMap<>();
    private int lastEphemeral = FIRST_EPHEMERAL - 1;
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

    boolean accepts(Transport transport) {
        return reachable() && acceptors.containsKey(transport);
    }

    void listen(Transport transport, Consumer<DoipConnection> acceptor) {
        acceptors.put(transport, acceptor);
    }

    void accept(DoipConnection connection) {
        acceptors
                .getOrDefault(connection.local().transport(), DoipConnection::close)
                .accept(connection);
    }

    void hear(int udpPort, DatagramListener listener) {
        datagrams.put(udpPort, listener);
    }

    void leave(int udpPort) {
        datagrams.remove(udpPort);
    }

    void datagram(Endpoint from, int udpPort, DoipMessage message) {
        DatagramListener listener = datagrams.get(udpPort);
        if (reachable() && listener != null) {
            listener.datagram(from, message);
        }
    }

    /** The next free port for a conversation that this host begins. */
    Endpoint ephemeral(Transport transport) {
        lastEphemeral = FIRST_EPHEMERAL + (lastEphemeral + 1 - FIRST_EPHEMERAL) % EPHEMERAL;
        return new Endpoint(transport, host, lastEphemeral);
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
