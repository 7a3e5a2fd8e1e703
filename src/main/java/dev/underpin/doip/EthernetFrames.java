package dev.underpin.doip;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the messages of a simulated segment into Ethernet frames (IEEE 802.3, IPv4, TCP or UDP; ISO 13400-2:2019 clause 8), as a tap
 * would have seen them: hosts get addresses in the order in which they appear, a connection begins with its handshake at its first
 * message. What TLS would hide is shown in the clear, on the port of plain TCP. Confined to one thread.
 */
public final class EthernetFrames {
    /** Longest frame that is kept whole, bytes; of a longer one the beginning. */
    public static final int WHOLE = 4096;

    private static final int KEPT = 256;
    private static final int LONGEST_SEGMENT = 60_000;
    private static final int ETHERNET = 14;
    private static final int IP = 20;
    private static final int TCP = 20;
    private static final int UDP = 8;
    private static final int HEADER_WORDS = 0x50;
    private static final int SYN = 0x02;
    private static final int ACK = 0x10;
    private static final int PUSH = 0x08;
    private static final int WINDOW = 0xFFFF;
    private static final int TIME_TO_LIVE = 64;
    private static final int PROTOCOL_TCP = 6;
    private static final int PROTOCOL_UDP = 17;
    private static final int VERSION_AND_LENGTH = 0x4500;
    private static final short DO_NOT_FRAGMENT = 0x4000;
    private static final int NETWORK = 0xA9FE_0000;
    private static final int EVERYONE = 0xFFFF_FFFF;
    private static final int LOCAL_MAC = 0x0255;

    private final Map<String, Integer> hosts = new HashMap<>();
    private final Map<List<Endpoint>, Integer> sequences = new HashMap<>();

    /**
     * A frame without its check sequence.
     *
     * @param kept its beginning
     * @param length bytes that it has
     */
    public record Frame(ByteBuffer kept, int length) {}

    /** The frames that carry a message. */
    public List<Frame> of(Endpoint from, Endpoint to, DoipMessage message) {
        byte[] bytes = message.encode();
        if (from.transport() == Transport.UDP) {
            return List.of(datagram(from, to, bytes));
        }
        List<Frame> frames = new ArrayList<>();
        if (!sequences.containsKey(List.of(from, to))) {
            handshake(from, to, frames);
        }
        for (int at = 0; at < bytes.length; at += LONGEST_SEGMENT) {
            int length = Math.min(LONGEST_SEGMENT, bytes.length - at);
            frames.add(segment(from, to, ACK | PUSH, ByteBuffer.wrap(bytes, at, length)));
        }
        return frames;
    }

    private void handshake(Endpoint one, Endpoint other, List<Frame> frames) {
        Endpoint client = one.port() == one.transport().port() ? other : one;
        Endpoint server = client.equals(one) ? other : one;
        sequences.put(List.of(client, server), 0);
        sequences.put(List.of(server, client), 0);
        frames.add(segment(client, server, SYN, ByteBuffer.allocate(0)));
        frames.add(segment(server, client, SYN | ACK, ByteBuffer.allocate(0)));
        frames.add(segment(client, server, ACK, ByteBuffer.allocate(0)));
    }

    private Frame segment(Endpoint from, Endpoint to, int flags, ByteBuffer data) {
        int length = data.remaining();
        int sequence = sequences.getOrDefault(List.of(from, to), 0);
        int acknowledged = sequences.getOrDefault(List.of(to, from), 0);
        ByteBuffer segment = ByteBuffer.allocate(TCP + length)
                .putShort((short) port(from))
                .putShort((short) port(to))
                .putInt(sequence)
                .putInt((flags & ACK) == 0 ? 0 : acknowledged)
                .put((byte) HEADER_WORDS)
                .put((byte) flags)
                .putShort((short) WINDOW)
                .putInt(0)
                .put(data)
                .flip();
        sequences.put(List.of(from, to), sequence + ((flags & SYN) == 0 ? length : 1));
        segment.putShort(16, (short) checksum(segment, pseudoHeader(from, to, PROTOCOL_TCP, segment.limit())));
        return frame(from, to, PROTOCOL_TCP, segment);
    }

    private Frame datagram(Endpoint from, Endpoint to, byte[] data) {
        ByteBuffer datagram = ByteBuffer.allocate(UDP + data.length)
                .putShort((short) from.port())
                .putShort((short) to.port())
                .putShort((short) (UDP + data.length))
                .putShort((short) 0)
                .put(data)
                .flip();
        return frame(from, to, PROTOCOL_UDP, datagram);
    }

    private Frame frame(Endpoint from, Endpoint to, int protocol, ByteBuffer inside) {
        ByteBuffer header = ByteBuffer.allocate(IP)
                .putShort((short) VERSION_AND_LENGTH)
                .putShort((short) (IP + inside.limit()))
                .putShort((short) 0)
                .putShort(DO_NOT_FRAGMENT)
                .put((byte) TIME_TO_LIVE)
                .put((byte) protocol)
                .putShort((short) 0)
                .putInt(address(from.host()))
                .putInt(address(to.host()))
                .flip();
        header.putShort(10, (short) checksum(header, 0));
        ByteBuffer whole = ByteBuffer.allocate(ETHERNET + IP + inside.limit());
        mac(whole, to.host());
        mac(whole, from.host());
        whole.putShort((short) 0x0800).put(header).put(inside).flip();
        int length = whole.limit();
        return length > WHOLE
                ? new Frame(ByteBuffer.wrap(Arrays.copyOf(whole.array(), KEPT)), length)
                : new Frame(whole, length);
    }

    private long pseudoHeader(Endpoint from, Endpoint to, int protocol, int length) {
        int source = address(from.host());
        int target = address(to.host());
        long addresses = (source >>> Short.SIZE) + (source & 0xFFFFL) + (target >>> Short.SIZE) + (target & 0xFFFFL);
        return addresses + protocol + length;
    }

    /** The checksum of the Internet (RFC 1071). */
    private static int checksum(ByteBuffer bytes, long before) {
        long sum = before;
        for (int i = 0; i < bytes.limit(); i += 2) {
            sum += i + 1 < bytes.limit() ? bytes.getShort(i) & 0xFFFF : (bytes.get(i) & 0xFF) << Byte.SIZE;
        }
        while (sum > 0xFFFF) {
            sum = (sum & 0xFFFF) + (sum >>> Short.SIZE);
        }
        return (int) ~sum & 0xFFFF;
    }

    private static int port(Endpoint endpoint) {
        return endpoint.port() == Transport.TLS.port() ? Transport.TCP.port() : endpoint.port();
    }

    private int address(String host) {
        return host.equals(Endpoint.EVERYONE) ? EVERYONE : NETWORK + number(host);
    }

    private void mac(ByteBuffer frame, String host) {
        if (host.equals(Endpoint.EVERYONE)) {
            frame.putShort((short) EVERYONE).putInt(EVERYONE);
        } else {
            frame.putShort((short) LOCAL_MAC).putInt(number(host));
        }
    }

    private int number(String host) {
        return hosts.computeIfAbsent(host, unknown -> 0x101 + hosts.size());
    }
}
