package dev.underpin.bridge;

import dev.underpin.doip.DoipConnection;
import dev.underpin.doip.DoipMessage;
import dev.underpin.doip.DoipStream;
import dev.underpin.doip.Endpoint;
import dev.underpin.doip.Transport;
import dev.underpin.time.Nanos;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/**
 * One tester's TCP connection: a thread that reads its bytes into messages for the entity, and one that writes what the entity answers.
 * The entity closes it by closing the connection on the segment; what it said before is still written.
 */
final class DoipClient {
    private static final int HANDSHAKE_MILLIS = 2_000;
    private static final int BUFFER = 1 << 13;
    private static final int MAX_UNDER_WAY = 1 << 21;
    private static final int MAX_UNREAD = 1 << 22;
    private static final int LEAST = 256;
    private static final byte[] END = {};

    private final Socket socket;
    private final Transport transport;
    private final int slot;
    private final DoipBridge bridge;
    private final DoipBridge.Edge edge;
    private final String name;
    private final Semaphore room = new Semaphore(MAX_UNDER_WAY);
    private final BlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger unread = new AtomicInteger();
    private final AtomicBoolean left = new AtomicBoolean();
    private final CompletableFuture<DoipConnection> connected = new CompletableFuture<>();
    private final Thread reader;
    private final Thread writer;

    /** @param slot its host on the segment, which nobody else has at the time */
    DoipClient(Socket socket, Transport transport, int slot, DoipBridge bridge, DoipBridge.Edge edge) {
        this.socket = socket;
        this.transport = transport;
        this.slot = slot;
        this.bridge = bridge;
        this.edge = edge;
        this.name = "%s:%d".formatted(socket.getInetAddress().getHostAddress(), socket.getPort());
        this.reader = Thread.ofVirtual().name("from " + name).unstarted(this::read);
        this.writer = Thread.ofVirtual().name("to " + name).unstarted(this::write);
    }

    void start() {
        writer.start();
        reader.start();
    }

    String name() {
        return name;
    }

    /** Disconnects it for a reason; does nothing when it has left. */
    void disconnect(String why) {
        if (left.compareAndSet(false, true)) {
            try {
                socket.close();
            } catch (IOException alreadyBroken) {
                // it is gone either way
            }
            reader.interrupt();
            writer.interrupt();
            edge.run().post(() -> {
                connected.thenAccept(DoipConnection::close);
                connected.completeExceptionally(new IOException(why));
                bridge.left(this, slot, why);
            });
            room.release(MAX_UNDER_WAY);
        }
    }

    private void read() {
        try {
            socket.setTcpNoDelay(true);
            String certified = handshake();
            edge.run().post(() -> connect(certified));
            DoipConnection connection = connected.get();
            DoipStream stream = new DoipStream(edge.entity().longest(), message -> bring(connection, message));
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0 && !left.get(); count = in.read(buffer)) {
                stream.take(buffer, 0, count);
            }
            disconnect("it left");
        } catch (IOException broken) {
            disconnect("the connection broke: " + broken.getMessage());
        } catch (ExecutionException notConnected) {
            disconnect(String.valueOf(notConnected.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The name in the tester's certificate; empty when it showed none. */
    private String handshake() throws IOException {
        if (!(socket instanceof SSLSocket secured)) {
            return "";
        }
        socket.setSoTimeout(HANDSHAKE_MILLIS);
        secured.startHandshake();
        socket.setSoTimeout(0);
        try {
            return secured.getSession().getPeerPrincipal().getName();
        } catch (SSLPeerUnverifiedException none) {
            return "";
        }
    }

    private void connect(String certified) {
        if (left.get()) {
            return;
        }
        edge.link()
                .connect(
                        "outside-" + slot,
                        Endpoint.entity(transport, edge.host()),
                        certified,
                        2 * Nanos.SECOND,
                        this::opened,
                        why -> disconnect("the vehicle does not answer: " + why));
    }

    private void opened(DoipConnection connection) {
        if (left.get()) {
            connection.close();
            return;
        }
        connection.listen(this::show, why -> queue.add(END));
        connected.complete(connection);
    }

    private void bring(DoipConnection connection, DoipMessage message) {
        int permits = Math.clamp(message.wireLength(), LEAST, MAX_UNDER_WAY);
        room.acquireUninterruptibly(permits);
        edge.run().post(() -> connection.send(message, () -> room.release(permits)));
    }

    private void show(DoipMessage message) {
        byte[] bytes = message.encode();
        if (unread.addAndGet(bytes.length) > MAX_UNREAD) {
            disconnect("it does not read: %d bytes wait for it".formatted(MAX_UNREAD));
        } else {
            queue.add(bytes);
        }
    }

    private void write() {
        List<byte[]> messages = new ArrayList<>();
        try {
            while (true) {
                messages.add(queue.take());
                queue.drainTo(messages);
                for (byte[] message : messages) {
                    if (message.length == 0) {
                        disconnect("the vehicle closed the connection");
                        return;
                    }
                    socket.getOutputStream().write(message);
                    unread.addAndGet(-message.length);
                }
                messages.clear();
            }
        } catch (IOException broken) {
            disconnect("the connection broke: " + broken.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
