package dev.underpin.bridge;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One socketcand client: a thread that reads its commands, and one that writes what is queued for it, so that nobody waits for it. A
 * client that does not read is disconnected when its queue is full.
 */
final class SocketcandClient {
    private static final int HANDSHAKE_MILLIS = 10_000;
    private static final int MAX_QUEUED = 4096;
    private static final int SEND_BUFFER = 1 << 16;

    private final Socket socket;
    private final SocketcandBridge bridge;
    private final String name;
    private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(MAX_QUEUED);
    private final AtomicBoolean left = new AtomicBoolean();
    private final Thread writer;
    private volatile boolean raw;
    private boolean opened;

    SocketcandClient(Socket socket, SocketcandBridge bridge) {
        this.socket = socket;
        this.bridge = bridge;
        this.name = "%s:%d".formatted(socket.getInetAddress().getHostAddress(), socket.getPort());
        this.writer = Thread.ofVirtual().name("to " + name).unstarted(this::write);
    }

    void start() {
        writer.start();
        Thread.ofVirtual().name("from " + name).start(this::read);
    }

    String name() {
        return name;
    }

    /** Shows it a frame, in words, when it wants frames. Never waits. */
    void show(String frame) {
        if (raw) {
            say(frame);
        }
    }

    /** Disconnects it for a reason; does nothing when it has left. */
    void disconnect(String why) {
        if (left.compareAndSet(false, true)) {
            raw = false;
            writer.interrupt();
            try {
                socket.close();
            } catch (IOException alreadyBroken) {
                // it is gone either way
            }
            bridge.left(this, why);
        }
    }

    private void read() {
        try {
            socket.setTcpNoDelay(true);
            socket.setSendBufferSize(SEND_BUFFER);
            socket.setSoTimeout(HANDSHAKE_MILLIS);
            say(SocketcandText.HI);
            CommandReader commands = new CommandReader(socket.getInputStream());
            Optional<String> command = commands.next();
            while (command.isPresent() && !left.get()) {
                obey(command.get());
                command = commands.next();
            }
            disconnect("it left");
        } catch (SocketTimeoutException silent) {
            disconnect("it opened no bus within %d s".formatted(HANDSHAKE_MILLIS / 1000));
        } catch (IOException broken) {
            disconnect("the connection broke: " + broken.getMessage());
        } catch (BadInput bad) {
            disconnect(bad.why());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void obey(String inside) throws IOException, InterruptedException {
        try {
            SocketcandCommand command = SocketcandText.command(inside);
            switch (command) {
                case SocketcandCommand.Open open -> open(open.bus());
                case SocketcandCommand.Echo echo -> say(SocketcandText.ECHO);
                case SocketcandCommand.RawMode mode -> {
                    requireOpen();
                    say(SocketcandText.OK);
                    raw = true;
                }
                case SocketcandCommand.Send send -> {
                    requireOpen();
                    bridge.bring(this, send.frame());
                }
            }
        } catch (BadInput bad) {
            say(SocketcandText.error(bad.why()));
            bridge.refused(this, bad.why());
        }
    }

    private void open(String bus) throws BadInput, IOException {
        bridge.checkBus(bus);
        opened = true;
        socket.setSoTimeout(0);
        say(SocketcandText.OK);
    }

    private void requireOpen() throws BadInput {
        if (!opened) {
            throw new BadInput("no bus is open");
        }
    }

    private void say(String words) {
        if (!queue.offer(words)) {
            disconnect("it does not read: %d messages wait for it".formatted(MAX_QUEUED));
        }
    }

    private void write() {
        List<String> words = new ArrayList<>();
        try {
            OutputStream out = socket.getOutputStream();
            while (true) {
                words.add(queue.take());
                queue.drainTo(words);
                out.write(String.join("", words).getBytes(StandardCharsets.US_ASCII));
                words.clear();
            }
        } catch (IOException broken) {
            disconnect("the connection broke: " + broken.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
