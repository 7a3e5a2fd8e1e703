package dev.underpin.bridge;

import dev.underpin.doip.DoipMessage;
import dev.underpin.doip.Endpoint;
import dev.underpin.doip.Transport;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The edge's UDP side (ISO 13400-2:2019 clause 8.3): what testers send to its address or to the broadcast address reaches the entity,
 * its answers go back to who asked, its announcements to everyone. On the loopback interface everyone is 127.255.255.255.
 */
final class DoipDatagrams implements Closeable {
    private static final String HOST = "outside";
    private static final int MAX_DATAGRAM = 1 << 16;
    private static final int MAX_UNDER_WAY = 64;
    private static final int ASKERS = 256;
    private static final int FIRST_PORT = 20_000;

    private final DoipBridge.Edge edge;
    private final DatagramChannel own;
    private final @Nullable DatagramChannel broadcasts;
    private final @Nullable SocketAddress everyone;
    private final SocketAddress self;
    private final Tally refused;
    private final Tally unsent;
    private final Semaphore room = new Semaphore(MAX_UNDER_WAY);
    private final SocketAddress[] askers = new SocketAddress[ASKERS];
    private final Map<SocketAddress, Integer> known = new LinkedHashMap<>();
    private int next;

    DoipDatagrams(DoipBridge.Edge edge, InetSocketAddress local) throws IOException {
        this.edge = edge;
        this.refused = new Tally(edge.notices());
        this.unsent = new Tally(edge.notices());
        own = DatagramChannel.open().setOption(StandardSocketOptions.SO_BROADCAST, true);
        try {
            self = own.bind(local).getLocalAddress();
        } catch (IOException taken) {
            own.close();
            throw taken;
        }
        InetAddress broadcast = broadcast(local.getAddress());
        everyone = broadcast == null ? null : new InetSocketAddress(broadcast, local.getPort());
        broadcasts = everyone == null ? null : hearing(everyone);
    }

    private static @Nullable InetAddress broadcast(InetAddress local) throws IOException {
        if (local.isLoopbackAddress()) {
            return local.getAddress().length == 4 ? InetAddress.getByAddress(new byte[] {127, -1, -1, -1}) : null;
        }
        NetworkInterface network = NetworkInterface.getByInetAddress(local);
        return network == null
                ? null
                : network.getInterfaceAddresses().stream()
                        .filter(address -> local.equals(address.getAddress()))
                        .map(InterfaceAddress::getBroadcast)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Where the system gives broadcasts to a socket bound to their address; null elsewhere. */
    private static @Nullable DatagramChannel hearing(SocketAddress broadcast) throws IOException {
        DatagramChannel channel = DatagramChannel.open().setOption(StandardSocketOptions.SO_REUSEADDR, true);
        try {
            return channel.bind(broadcast);
        } catch (IOException notHere) {
            channel.close();
            return null;
        }
    }

    void start() {
        for (int i = 0; i < ASKERS; i++) {
            int asker = i;
            edge.link().hear(HOST, FIRST_PORT + i, (from, message) -> answer(asker, message));
        }
        edge.link().hear(HOST, Transport.UDP.port(), this::announced);
        Thread.ofVirtual().name("doip datagrams").start(() -> hear(own));
        DatagramChannel also = broadcasts;
        if (also != null) {
            Thread.ofVirtual().name("doip broadcasts").start(() -> hear(also));
        }
    }

    private void hear(DatagramChannel channel) {
        ByteBuffer buffer = ByteBuffer.allocate(MAX_DATAGRAM);
        try {
            while (true) {
                SocketAddress sender = channel.receive(buffer.clear());
                if (!self.equals(sender)) {
                    take(sender, Arrays.copyOf(buffer.array(), buffer.position()));
                }
            }
        } catch (ClosedChannelException closed) {
            // the way it ends
        } catch (IOException broken) {
            refused.add("datagrams cannot be heard any more: " + broken.getMessage());
        }
    }

    private void take(SocketAddress sender, byte[] datagram) {
        if (datagram.length < DoipMessage.HEADER) {
            refused.add("a datagram from %s was dropped: shorter than a header".formatted(sender));
        } else if (!room.tryAcquire()) {
            refused.add("a datagram from %s was dropped: too many wait already".formatted(sender));
        } else {
            DoipMessage message = DoipMessage.decode(datagram);
            edge.run().post(() -> {
                room.release();
                edge.link().datagram(asker(sender), Endpoint.entity(Transport.UDP, edge.host()), message);
            });
        }
    }

    private Endpoint asker(SocketAddress sender) {
        Integer number = known.get(sender);
        if (number == null) {
            number = next;
            next = (next + 1) % ASKERS;
            if (askers[number] != null) {
                known.remove(askers[number]);
            }
            askers[number] = sender;
            known.put(sender, number);
        }
        return new Endpoint(Transport.UDP, HOST, FIRST_PORT + number);
    }

    private void answer(int asker, DoipMessage message) {
        send(message, askers[asker]);
    }

    private void announced(Endpoint from, DoipMessage message) {
        if (everyone != null && from.host().equals(edge.host())) {
            send(message, everyone);
        }
    }

    private void send(DoipMessage message, SocketAddress to) {
        try {
            own.send(ByteBuffer.wrap(message.encode()), to);
        } catch (ClosedChannelException closed) {
            // nobody is left to be told anything
        } catch (IOException failed) {
            unsent.add("a datagram could not be sent to %s: %s".formatted(to, failed.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        own.close();
        if (broadcasts != null) {
            broadcasts.close();
        }
    }
}
