package dev.underpin.bridge;

import dev.underpin.can.CanFrame;
import dev.underpin.can.log.ErrorFrame;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A bus behind a TCP port, as socketcand offers one: {@code < open BUS >}, {@code < rawmode >}, then frames both ways
 * ({@link SocketcandText}). All clients together are one node of the bus; each is also shown what the others sent, once it was
 * transmitted, and never what it sent itself. Errors that the bridge's controller finds are shown to all.
 *
 * <p>Threading: made on the run's thread, before it runs. Whoever opened it closes it.
 */
public final class SocketcandBridge implements BusBridge {
    /** socketcand's port. */
    public static final int PORT = 29536;

    private static final int MAX_CLIENTS = 16;

    private final BridgeNode node;
    private final String bus;
    private final Notices notices;
    private final Tally refused;
    private final Tally turnedAway;
    private final ServerSocket server;
    private final Set<SocketcandClient> clients = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    /**
     * Listens for clients.
     *
     * @param bus the bus's name, which clients open
     * @param local where to listen; port 0 for any that is free
     * @throws IOException when nobody can listen there
     */
    public SocketcandBridge(BridgeNode node, String bus, InetSocketAddress local, Notices notices) throws IOException {
        this.node = node;
        this.bus = bus;
        this.notices = notices;
        this.refused = new Tally(notices);
        this.turnedAway = new Tally(notices);
        this.server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(local);
        node.listen(new BridgeNode.Listener() {
            @Override
            public void frame(Instant at, CanFrame frame) {
                show(at, frame, Optional.empty());
            }

            @Override
            public void error(Instant at, ErrorFrame error) {
                clients.forEach(client -> client.show(SocketcandText.error(at, error)));
            }
        });
        Thread.ofVirtual().name("socketcand").start(this::admit);
    }

    @Override
    public int port() {
        return server.getLocalPort();
    }

    private void admit() {
        try {
            while (true) {
                admit(server.accept());
            }
        } catch (SocketException closed) {
            if (!closing) {
                notices.tell("no client can connect any more: " + closed.getMessage());
            }
        } catch (IOException broken) {
            notices.tell("no client can connect any more: " + broken.getMessage());
        }
    }

    private void admit(Socket socket) {
        if (clients.size() >= MAX_CLIENTS) {
            turnAway(socket);
            return;
        }
        SocketcandClient client = new SocketcandClient(socket, this);
        clients.add(client);
        notices.tell("client %s connected".formatted(client.name()));
        client.start();
        if (closing) {
            client.disconnect("the bridge closes");
        }
    }

    private void turnAway(Socket socket) {
        String why = "%d clients are connected already".formatted(MAX_CLIENTS);
        turnedAway.add("a client was turned away: " + why);
        try (socket) {
            socket.getOutputStream().write(SocketcandText.error(why).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            // it need not be told any more
        }
    }

    void checkBus(String asked) throws BadInput {
        if (!asked.equals(bus)) {
            throw new BadInput("there is only the bus " + bus);
        }
    }

    void bring(SocketcandClient from, CanFrame frame) throws BadInput, InterruptedException {
        node.check(frame);
        node.bring(frame, at -> show(at, frame, Optional.of(from)));
    }

    private void show(Instant at, CanFrame frame, Optional<SocketcandClient> from) {
        if (clients.isEmpty()) {
            return;
        }
        String words = SocketcandText.frame(at, frame);
        for (SocketcandClient client : clients) {
            if (from.isEmpty() || client != from.get()) {
                client.show(words);
            }
        }
    }

    void refused(SocketcandClient client, String why) {
        refused.add("a command of client %s was refused: %s".formatted(client.name(), why));
    }

    void left(SocketcandClient client, String why) {
        clients.remove(client);
        if (!closing) {
            notices.tell("client %s disconnected: %s".formatted(client.name(), why));
        }
    }

    @Override
    public void close() throws IOException {
        closing = true;
        server.close();
        clients.forEach(client -> client.disconnect("the bridge closes"));
    }
}
