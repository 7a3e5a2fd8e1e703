package dev.underpin.bridge;

import dev.underpin.can.log.LogEntry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows a bus that socketcand, or {@link SocketcandBridge}, offers in raw mode. Moments are the server's. */
public final class SocketcandFollower implements BusFollower {
    private static final int HANDSHAKE_MILLIS = 10_000;

    private final Socket socket = new Socket();
    private final CommandReader messages;
    private final String bus;
    private final Patience patience;
    private final Tally refused;

    /**
     * Connects and opens the bus.
     *
     * @param lasting nanoseconds of wall time after which it ends, 0 for never
     * @throws IOException when nobody serves this bus there
     */
    public SocketcandFollower(InetSocketAddress server, String bus, long lasting, Notices notices) throws IOException {
        this.bus = bus;
        this.refused = new Tally(notices);
        try {
            socket.connect(server, HANDSHAKE_MILLIS);
            socket.setSoTimeout(HANDSHAKE_MILLIS);
            messages = new CommandReader(socket.getInputStream());
            expect("hi");
            say("< open %s >".formatted(bus));
            expect("ok");
            say("< rawmode >");
            expect("ok");
        } catch (IOException refusal) {
            socket.close();
            throw refusal;
        }
        this.patience = new Patience(lasting);
    }

    private void say(String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    }

    private void expect(String answer) throws IOException {
        String found = message().orElse("the end of the connection").strip();
        if (!found.equals(answer)) {
            throw new IOException("expected \"%s\" of the server, found \"%s\"".formatted(answer, found));
        }
    }

    private Optional<String> message() throws IOException {
        try {
            return messages.next();
        } catch (BadInput endless) {
            throw new IOException(endless.why(), endless);
        }
    }

    @Override
    public @Nullable LogEntry next() throws IOException {
        try {
            while (true) {
                socket.setSoTimeout(patience.millis());
                Optional<String> inside = message();
                if (inside.isEmpty()) {
                    return null;
                }
                Optional<LogEntry> entry = entry(inside.get());
                if (entry.isPresent()) {
                    return entry.get();
                }
            }
        } catch (SocketTimeoutException ended) {
            return null;
        } catch (SocketException broken) {
            if (socket.isClosed()) {
                return null;
            }
            throw broken;
        }
    }

    private Optional<LogEntry> entry(String inside) {
        try {
            return Optional.of(SocketcandShown.entry(inside, bus));
        } catch (BadInput bad) {
            refused.add("a message of the server was passed over: " + bad.why());
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
