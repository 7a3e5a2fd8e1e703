package dev.underpin.bridge;

import dev.underpin.can.CanFrame;
import dev.underpin.can.log.ErrorFrame;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.time.Instant;

/**
 * A bus among the members of a UDP multicast group, as python-can's {@code udp_multicast} interface speaks: one frame, one datagram
 * ({@link MulticastMessage}). The members hear each other without help; the bridge sends them the frames of the bus's other nodes and the
 * errors that its controller finds, and brings their frames to the bus.
 *
 * <p>On the loopback interface nothing leaves this machine (time to live 0) and nobody outside is heard ({@link MulticastEar}).
 *
 * <p>Threading: made on the run's thread, before it runs. Whoever opened it closes it.
 */
public final class MulticastBridge implements BusBridge {
    /** python-can's IPv4 group. */
    public static final String GROUP = "239.74.163.2";

    /** python-can's port. */
    public static final int PORT = 43113;

    private final BridgeNode node;
    private final Tally refused;
    private final Tally unsent;
    private final MulticastEar in;
    private final DatagramChannel out;
    private final InetSocketAddress group;
    private final SocketAddress self;

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
        this.refused = new Tally(notices);
        this.unsent = new Tally(notices);
        this.in = new MulticastEar(local, port);
        this.out = DatagramChannel.open(StandardProtocolFamily.INET)
                .bind(new InetSocketAddress(local, 0))
                .setOption(StandardSocketOptions.IP_MULTICAST_IF, in.local())
                .setOption(StandardSocketOptions.IP_MULTICAST_TTL, local.isLoopbackAddress() ? 0 : 1);
        this.group = in.group();
        this.self = out.getLocalAddress();
        node.listen(new BridgeNode.Listener() {
            @Override
            public void frame(Instant at, CanFrame frame) {
                show(MulticastMessage.write(at, bus, frame));
            }

            @Override
            public void error(Instant at, ErrorFrame error) {
                show(MulticastMessage.write(at, bus, error));
            }
        });
        Thread.ofVirtual().name("multicast").start(this::hear);
    }

    @Override
    public int port() {
        return group.getPort();
    }

    private void hear() {
        try {
            while (true) {
                MulticastEar.Heard heard = in.hear(0);
                if (!self.equals(heard.sender())) {
                    take(heard.sender(), heard.datagram());
                }
            }
        } catch (ClosedChannelException closed) {
            // the way it ends
        } catch (IOException broken) {
            refused.add("the multicast group cannot be heard any more: " + broken.getMessage());
        }
    }

    private void take(InetSocketAddress sender, byte[] datagram) {
        try {
            CanFrame frame = MulticastMessage.read(MulticastEar.checked(datagram));
            node.check(frame);
            if (!node.offer(frame)) {
                throw new BadInput("too many frames wait for the bus already");
            }
        } catch (BadInput bad) {
            refused.add("a datagram from %s:%d was dropped: %s"
                    .formatted(sender.getAddress().getHostAddress(), sender.getPort(), bad.why()));
        }
    }

    private void show(byte[] datagram) {
        try {
            out.send(ByteBuffer.wrap(datagram), group);
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
