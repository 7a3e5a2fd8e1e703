package dev.underpin.cli;

import dev.underpin.bridge.BusFollower;
import dev.underpin.bridge.MulticastFollower;
import dev.underpin.bridge.Notices;
import dev.underpin.bridge.SocketcandFollower;
import dev.underpin.can.log.LogEntry;
import dev.underpin.can.log.LoggedError;
import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A bus that somebody offers, followed until he offers it no more, the time is over, or the user ends it. */
final class LiveBus {
    private static final Pattern HOST = Pattern.compile("([^:\\s]+)(?::(\\d{1,5}))?");
    private static final Pattern NAME = Pattern.compile("[^\\s;\\p{Cntrl}]{1,64}");
    private static final int MAX_PORT = 0xFFFF;

    private final BusFollower follower;
    private final Notices notices;
    private long frames;
    private long errors;

    /**
     * Joins it.
     *
     * @param host the server and its port, or the address of the interface and the group's port; null for this machine and the usual port
     * @param lasting nanoseconds of wall time, 0 for ever
     */
    LiveBus(Bridge as, @Nullable String host, @Nullable String bus, long lasting, Notices notices) {
        if (bus == null || !NAME.matcher(bus).matches()) {
            throw UserMistake.saying("--bus: expected the name of the bus to follow, found %s"
                    .formatted(bus == null ? "none" : "\"" + bus + "\""));
        }
        this.notices = notices;
        InetSocketAddress place = place(host, as.standardPort());
        try {
            follower = switch (as) {
                case SOCKETCAND -> new SocketcandFollower(place, bus, lasting, notices);
                case UDP_MULTICAST -> new MulticastFollower(place.getAddress(), place.getPort(), bus, lasting, notices);
                case SOCKETCAN, DOIP ->
                    throw UserMistake.saying(
                            "--as: expected udp-multicast or socketcand, which show somebody's bus, found " + as);
            };
        } catch (IOException refused) {
            throw UserMistake.saying("the bus %s cannot be followed at %s:%d: %s"
                    .formatted(bus, place.getAddress().getHostAddress(), place.getPort(), refused.getMessage()));
        }
    }

    private static InetSocketAddress place(@Nullable String host, int usualPort) {
        String text = host == null ? "127.0.0.1" : host;
        Matcher parts = HOST.matcher(text);
        int port = parts.matches() && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : usualPort;
        if (!parts.matches() || port == 0 || port > MAX_PORT) {
            throw UserMistake.saying(
                    "--host: expected a host, or host:port with a port from 1 to 65535, found \"%s\"".formatted(text));
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(parts.group(1)), port);
        } catch (UnknownHostException unknown) {
            throw UserMistake.saying("--host: expected a host that is known here, found \"%s\"".formatted(text));
        }
    }

    /**
     * Tells what passes, on the thread of the caller, while {@code wanted}.
     *
     * @param ended told what was heard, when it is over
     */
    void run(Consumer<LogEntry> listener, BooleanSupplier wanted, Consumer<String> ended) throws IOException {
        EndRequest.during(
                () -> {
                    follow(listener, wanted);
                    ended.accept("Ended: %d frames, %d error frames".formatted(frames, errors));
                },
                this::stop);
    }

    private void follow(Consumer<LogEntry> listener, BooleanSupplier wanted) {
        try (follower) {
            LogEntry entry = follower.next();
            while (entry != null) {
                if (entry instanceof LoggedError) {
                    errors++;
                } else {
                    frames++;
                }
                listener.accept(entry);
                entry = wanted.getAsBoolean() ? follower.next() : null;
            }
        } catch (IOException broken) {
            notices.tell("the connection broke: " + broken.getMessage());
        }
    }

    private void stop() {
        try {
            follower.close();
        } catch (IOException broken) {
            // it hears nothing more either way
        }
    }
}
