package dev.underpin.bridge;

import dev.underpin.doip.DoipConnection;
import dev.underpin.doip.DoipMessage;
import dev.underpin.doip.EthernetLink;
import dev.underpin.doip.Transport;
import dev.underpin.time.PacedRun;
import dev.underpin.time.VirtualScheduler;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A DoIP entity beyond real TCP (ISO 13400-2:2019, clause 8.2, TCP_DATA) as a host of a simulated segment: a tester that connects to
 * that host is connected to the entity, and messages are passed on as they are. The segment adds its own delay, well below a
 * millisecond for a short message.
 *
 * <p>Threading: made and run on the scheduler's thread; a thread of its own reads each socket. A message longer than 64 MiB ends its
 * connection. Whoever made it closes it.
 */
public final class TcpTester implements Closeable {
    private static final int CONNECT_MILLIS = 2000;
    private static final long LONGEST = 64L << 20;

    private final VirtualScheduler scheduler;
    private final InetSocketAddress entity;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private volatile @Nullable PacedRun current;
    private @Nullable Socket unused;

    /**
     * Connects to the entity.
     *
     * @param host the name that the entity has on {@code link}
     * @throws IOException when nothing answers or it refuses
     */
    public TcpTester(VirtualScheduler scheduler, EthernetLink link, String host, InetSocketAddress entity)
            throws IOException {
        this.scheduler = scheduler;
        this.entity = entity;
        unused = open();
        link.listen(host, Transport.TCP, this::accept);
    }

    /** Lets vehicle time follow the wall clock until {@code future} has ended. */
    public void run(CompletableFuture<?> future) {
        PacedRun run = new PacedRun(scheduler, 1, lost -> {});
        current = run;
        run.post(this::drain);
        future.whenComplete((value, failure) -> run.stop());
        run.run();
    }

    @Override
    public void close() {
        sockets.forEach(TcpTester::close);
    }

    private void accept(DoipConnection inside) {
        try {
            Socket socket = unused == null ? open() : unused;
            unused = null;
            Thread.ofVirtual().name("doip").start(() -> read(socket, inside));
            inside.listen(message -> write(socket, message), reason -> close(socket));
        } catch (IOException refused) {
            inside.close();
        }
    }

    private Socket open() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(entity.getHostString(), entity.getPort()), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
        } catch (IOException refused) {
            close(socket);
            throw refused;
        }
        sockets.add(socket);
        return socket;
    }

    /** What breaks here ends the reading as well, which tells the tester. */
    private static void write(Socket socket, DoipMessage message) {
        try {
            socket.getOutputStream().write(message.encode());
        } catch (IOException broken) {
            close(socket);
        }
    }

    private void read(Socket socket, DoipConnection inside) {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                DoipMessage message = next(in);
                post(() -> inside.send(message));
            }
        } catch (IOException ended) {
            close(socket);
            sockets.remove(socket);
            post(inside::close);
        }
    }

    private static DoipMessage next(DataInputStream in) throws IOException {
        byte[] header = new byte[DoipMessage.HEADER];
        in.readFully(header);
        DoipMessage head = DoipMessage.decode(header);
        if (!head.hasPattern() || head.length() > LONGEST) {
            throw new IOException("no DoIP header");
        }
        byte[] payload = in.readNBytes((int) head.length());
        if (payload.length < head.length()) {
            throw new EOFException();
        }
        return new DoipMessage(head.version(), head.inverse(), head.type(), head.length(), payload);
    }

    private void post(Runnable work) {
        inbox.add(work);
        PacedRun run = current;
        if (run != null) {
            run.post(this::drain);
        }
    }

    private void drain() {
        for (Runnable work = inbox.poll(); work != null; work = inbox.poll()) {
            work.run();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is closed either way
        }
    }
}
