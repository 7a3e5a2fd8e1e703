package dev.underpin.bridge;

import dev.underpin.doip.DoipEntity;
import dev.underpin.doip.EthernetLink;
import dev.underpin.doip.Transport;
import dev.underpin.time.PacedRun;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/**
 * The vehicle's edge for diagnosis on sockets (ISO 13400-2:2019 clauses 7.6 and 8): TCP_DATA, UDP_DISCOVERY, and TLS if asked. Each
 * connection is a host of its own on the simulated segment, connected to the entity there; what the entity's rules say holds for it.
 *
 * <p>Of a tester's bytes no more is held than the entity takes of one message and a bounded number on its way; who does not read is
 * disconnected.
 *
 * <p>Threading: made on the run's thread, before it runs. Whoever opened it closes it.
 */
public final class DoipBridge implements BusBridge {
    private static final int MAX_CLIENTS = 32;

    private final Edge edge;
    private final Tally turnedAway;
    private final ServerSocket plain;
    private final @Nullable SSLServerSocket secure;
    private final DoipDatagrams datagrams;
    private final Set<DoipClient> clients = ConcurrentHashMap.newKeySet();
    private final BitSet slots = new BitSet(MAX_CLIENTS);
    private volatile boolean closing;

    /**
     * The virtual side.
     *
     * @param link the segment
     * @param host the entity's host there
     * @param entity the entity
     * @param run what drives them
     * @param notices is told what the person who serves should know
     */
    public record Edge(EthernetLink link, String host, DoipEntity entity, PacedRun run, Notices notices) {}

    /**
     * TLS for the edge.
     *
     * @param context the vehicle's certificate, and whose testers' certificates it trusts
     * @param port 0 for any that is free
     */
    public record Tls(SSLContext context, int port) {}

    /**
     * Listens for testers and announces the vehicle.
     *
     * @param local where to listen over TCP and UDP; port 0 for any that is free
     * @param tls where to listen over TLS; null for nowhere
     * @throws IOException when nobody can listen there
     */
    public DoipBridge(Edge edge, InetSocketAddress local, @Nullable Tls tls) throws IOException {
        this.edge = edge;
        this.turnedAway = new Tally(edge.notices());
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            plain = new ServerSocket();
            opened.add(plain);
            plain.setReuseAddress(true);
            plain.bind(local);
            datagrams = new DoipDatagrams(edge, new InetSocketAddress(local.getAddress(), plain.getLocalPort()));
            opened.add(datagrams);
            secure = tls == null ? null : secure(tls, local, opened);
        } catch (IOException refused) {
            close(opened);
            throw refused;
        }
        datagrams.start();
        Thread.ofVirtual().name("doip").start(() -> admit(plain, Transport.TCP));
        if (secure != null) {
            Thread.ofVirtual().name("doip over tls").start(() -> admit(secure, Transport.TLS));
        }
        edge.entity().announce();
    }

    private static SSLServerSocket secure(Tls tls, InetSocketAddress local, List<AutoCloseable> opened)
            throws IOException {
        SSLServerSocket socket =
                (SSLServerSocket) tls.context().getServerSocketFactory().createServerSocket();
        opened.add(socket);
        socket.setReuseAddress(true);
        socket.setWantClientAuth(true);
        socket.bind(new InetSocketAddress(local.getAddress(), tls.port()));
        return socket;
    }

    private static void close(List<AutoCloseable> opened) throws IOException {
        for (AutoCloseable one : opened) {
            try {
                one.close();
            } catch (IOException broken) {
                throw broken;
            } catch (Exception other) {
                throw new IOException(other);
            }
        }
    }

    @Override
    public int port() {
        return plain.getLocalPort();
    }

    /** The port for TLS, 0 when it is not offered. */
    public int tlsPort() {
        return secure == null ? 0 : secure.getLocalPort();
    }

    private void admit(ServerSocket server, Transport transport) {
        try {
            while (true) {
                admit(server.accept(), transport);
            }
        } catch (SocketException closed) {
            if (!closing) {
                edge.notices().tell("no tester can connect any more: " + closed.getMessage());
            }
        } catch (IOException broken) {
            edge.notices().tell("no tester can connect any more: " + broken.getMessage());
        }
    }

    private void admit(Socket socket, Transport transport) throws IOException {
        int slot = slot();
        if (slot < 0) {
            socket.close();
            turnedAway.add("a tester was turned away: %d are connected already".formatted(MAX_CLIENTS));
            return;
        }
        DoipClient client = new DoipClient(socket, transport, slot, this, edge);
        clients.add(client);
        edge.notices().tell("tester %s connected over %s".formatted(client.name(), transport));
        client.start();
        if (closing) {
            client.disconnect("the edge closes");
        }
    }

    /** A host on the segment that no tester has, -1 when there is none. */
    private int slot() {
        synchronized (slots) {
            int free = slots.nextClearBit(0);
            if (free >= MAX_CLIENTS) {
                return -1;
            }
            slots.set(free);
            return free;
        }
    }

    void left(DoipClient client, int slot, String why) {
        if (clients.remove(client)) {
            synchronized (slots) {
                slots.clear(slot);
            }
            if (!closing) {
                edge.notices().tell("tester %s disconnected: %s".formatted(client.name(), why));
            }
        }
    }

    @Override
    public void close() throws IOException {
        closing = true;
        List<AutoCloseable> opened = new ArrayList<>(List.of(plain, datagrams));
        if (secure != null) {
            opened.add(secure);
        }
        close(opened);
        clients.forEach(client -> client.disconnect("the edge closes"));
    }
}
