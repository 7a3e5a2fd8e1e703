package dev.underpin.bridge;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hears what is said in python-can's multicast group. On the loopback interface it hears this machine alone: python-can sends through the
 * interface to which the group is routed, so it listens there too, to senders on this machine.
 *
 * <p>Threading: one thread hears, any may close. Whoever made it closes it.
 */
final class MulticastEar implements Closeable {
    private static final int MAX_DATAGRAM = 4096;

    private final DatagramChannel in;
    private final NetworkInterface local;
    private final InetSocketAddress group;
    private final boolean open;
    private final Set<InetAddress> here = new HashSet<>();

    /** A datagram, whose length may be one that is refused. */
    record Heard(InetSocketAddress sender, byte[] datagram) {}

    /**
     * Joins the group.
     *
     * @param address of the interface to use; one that is not the loopback interface's hears its network
     * @param port the group's port, 0 for any that is free
     * @throws IOException when the interface or the port cannot be used
     */
    MulticastEar(InetAddress address, int port) throws IOException {
        NetworkInterface chosen = NetworkInterface.getByInetAddress(address);
        if (chosen == null || !(address instanceof Inet4Address)) {
            throw new IOException("no interface of this machine has the IPv4 address " + address.getHostAddress());
        }
        local = chosen;
        open = !address.isLoopbackAddress();
        InetAddress name = InetAddress.getByName(MulticastBridge.GROUP);
        in = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            in.setOption(StandardSocketOptions.SO_REUSEADDR, true).bind(new InetSocketAddress(name, port));
            group = new InetSocketAddress(name, ((InetSocketAddress) in.getLocalAddress()).getPort());
            in.join(name, local);
            NetworkInterface routed = open ? null : routed();
            if (routed != null && !routed.equals(local)) {
                in.join(name, routed);
            }
        } catch (IOException refusal) {
            in.close();
            throw refusal;
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

    NetworkInterface local() {
        return local;
    }

    InetSocketAddress group() {
        return group;
    }

    /**
     * Waits for the next datagram of somebody who may be heard.
     *
     * @param millis how long to wait for any datagram; 0 for ever
     * @throws java.net.SocketTimeoutException when there was none
     * @throws java.nio.channels.ClosedChannelException when this was closed
     */
    Heard hear(int millis) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[MAX_DATAGRAM + 1], MAX_DATAGRAM + 1);
        try {
            in.socket().setSoTimeout(millis);
            do {
                packet.setLength(MAX_DATAGRAM + 1);
                in.socket().receive(packet);
            } while (!open && !isHere(packet.getAddress()));
        } catch (SocketException broken) {
            throw in.isOpen() ? broken : closed(broken);
        }
        return new Heard(
                (InetSocketAddress) packet.getSocketAddress(), Arrays.copyOf(packet.getData(), packet.getLength()));
    }

    private static AsynchronousCloseException closed(SocketException broken) {
        AsynchronousCloseException closed = new AsynchronousCloseException();
        closed.initCause(broken);
        return closed;
    }

    private boolean isHere(InetAddress address) throws IOException {
        return here.contains(address) || (NetworkInterface.getByInetAddress(address) != null && here.add(address));
    }

    /** The same datagram unless it is longer than any that is believed. */
    static byte[] checked(byte[] datagram) throws BadInput {
        if (datagram.length > MAX_DATAGRAM) {
            throw new BadInput("longer than %d bytes".formatted(MAX_DATAGRAM));
        }
        return datagram;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
