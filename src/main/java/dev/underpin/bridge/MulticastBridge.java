package dev.underpin.bridge;

import dev.underpin.can.CanFrame;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bus among the members of a UDP multicast group, as python-can's {@code udp_multicast} interface speaks: one frame, one datagram
 * ({@link MulticastMessage}). The members hear each other without help; the bridge sends them the frames of the bus's other nodes, and
 * brings their frames to the bus.
 *
 * <p>On the loopback interface nothing leaves this machine (time to live 0) and nobody outside is heard: python-can sends through the
 * interface to which the group is routed, so the bridge listens there too, to senders on this machine alone.
 *
 * <p>Threading: made on the run's thread, before it runs. Whoever opened it closes it.
 */
public final class MulticastBridge implements BusBridge {
    /** python-can's IPv4 group. */
    public static final String GROUP = "239.74.163.2";

    /** python-can's port. */
    public static final int PORT = 43113;

    private static final int MAX_DATAGRAM = 4096;

    private final BridgeNode node;
    private final String bus;
    private final Tally refused;
    private final Tally unsent;
    private final DatagramChannel in;
    private final DatagramChannel out;
    private final InetSocketAddress group;
    private final SocketAddress self;
    private final boolean open;
    private final Set<InetAddress> here = new HashSet<>();

    /**
     * Joins the group.
     *
     * @param bus the bus's name, the {@code channel} of its frames
     * @param local address of the interface to use; one that is not the loopback interface's opens the bridge to its network
     * @param port the group's port, 0 for any that is free
     * @throws IOException when the interface or the port cannot be used
     */
    public MulticastBridge(BridgeNode node, String bus, InetAddress local, int port, Notices notices)
            throws IOException {
        this.node = node;
        this.bus = bus;
        this.refused = new Tally(notices);
        this.unsent = new Tally(notices);
        this.open = !local.isLoopbackAddress();
        InetAddress address = InetAddress.getByName(GROUP);
        this.in = DatagramChannel.open(StandardProtocolFamily.INET)
                .setOption(StandardSocketOptions.SO_REUSEADDR, true)
                .bind(new InetSocketAddress(address, port));
        this.out = DatagramChannel.open(StandardProtocolFamily.INET).bind(new InetSocketAddress(local, 0));
        this.group = new InetSocketAddress(address, ((InetSocketAddress) in.getLocalAddress()).getPort());
        this.self = out.getLocalAddress();
        try {
            join(address, local);
        } catch (IOException refusal) {
            close();
            throw refusal;
        }
        node.listen(this::show);
        Thread.ofVirtual().name("multicast").start(this::hear);
    }

    @Override
    public int port() {
        return group.getPort();
    }

    private void join(InetAddress address, InetAddress local) throws IOException {
        NetworkInterface chosen = NetworkInterface.getByInetAddress(local);
        if (chosen == null || !(local instanceof Inet4Address)) {
            throw new IOException("no interface of this machine has the IPv4 address " + local.getHostAddress());
        }
        in.join(address, chosen);
        out.setOption(StandardSocketOptions.IP_MULTICAST_IF, chosen);
        out.setOption(StandardSocketOptions.IP_MULTICAST_TTL, open ? 1 : 0);
        if (!open) {
            NetworkInterface routed = routed();
            if (routed != null && !routed.equals(chosen)) {
                in.join(address, routed);
            }
        }
    }

    /** The interface through which members that choose none send; null when there is no route to the group. */
    private @Nullable NetworkInterface routed() throws IOException {
        try (DatagramChannel probe = DatagramChannel.open(StandardProtocolFamily.INET)) {
            InetSocketAddress source = (InetSocketAddress) probe.connect(group).getLocalAddress();
            return NetworkInterface.getByInetAddress(source.getAddress());
        } catch (SocketException unreachable) {
            return null;
        }
    }

    private void hear() {
        ByteBuffer buffer = ByteBuffer.allocate(MAX_DATAGRAM + 1);
        try {
            while (true) {
                InetSocketAddress sender = (InetSocketAddress) in.receive(buffer.clear());
                if (!self.equals(sender) && (open || isHere(sender))) {
                    take(sender, Arrays.copyOf(buffer.array(), buffer.position()));
                }
            }
        } catch (ClosedChannelException closed) {
            // the way it ends
        } catch (IOException broken) {
            refused.add("the multicast group cannot be heard any more: " + broken.getMessage());
        }
    }

    private boolean isHere(InetSocketAddress sender) throws IOException {
        InetAddress address = sender.getAddress();
        return here.contains(address) || (NetworkInterface.getByInetAddress(address) != null && here.add(address));
    }

    private void take(InetSocketAddress sender, byte[] datagram) {
        try {
            if (datagram.length > MAX_DATAGRAM) {
                throw new BadInput("longer than %d bytes".formatted(MAX_DATAGRAM));
            }
            CanFrame frame = MulticastMessage.read(datagram);
            node.check(frame);
            if (!node.offer(frame)) {
                throw new BadInput("too many frames wait for the bus already");
            }
        } catch (BadInput bad) {
            refused.add("a datagram from %s:%d was dropped: %s"
                    .formatted(sender.getAddress().getHostAddress(), sender.getPort(), bad.why()));
        }
    }

    private void show(Instant at, CanFrame frame) {
        try {
            out.send(ByteBuffer.wrap(MulticastMessage.write(at, bus, frame)), group);
        } catch (ClosedChannelException closed) {
            // nobody is left to be shown anything
        } catch (IOException failed) {
            unsent.add("a frame could not be sent to the group: " + failed.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
        out.close();
    }
}
