package dev.underpin.doip;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    private static final int INSIDE = ETHERNET + IP;
    private static final int IP_CHECKSUM = 10;
    private static final int TCP_CHECKSUM = 16;
    private static final byte[] NOTHING = {};
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
    private final Map<Way, Direction> directions = new HashMap<>();

    private record Way(Endpoint from, Endpoint to) {}

    /** One direction of a TCP connection. */
    private static final class Direction {
        private final Way way;
        private int sequence;
        private @Nullable Direction back;

        Direction(Way way) {
            this.way = way;
        }

        int acknowledged() {
            return back == null ? 0 : back.sequence;
        }
    }

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
        Way way = new Way(from, to);
        Direction direction = directions.get(way);
        if (direction == null) {
            handshake(from, to, frames);
            direction = Objects.requireNonNull(directions.get(way));
        }
        for (int at = 0; at < bytes.length; at += LONGEST_SEGMENT) {
            int length = Math.min(LONGEST_SEGMENT, bytes.length - at);
            frames.add(segment(direction, ACK | PUSH, bytes, at, length));
        }
        return frames;
    }

    private void handshake(Endpoint one, Endpoint other, List<Frame> frames) {
        Endpoint client = one.port() == one.transport().port() ? other : one;
        Endpoint server = client.equals(one) ? other : one;
        Direction there = new Direction(new Way(client, server));
        Direction back = new Direction(new Way(server, client));
        there.back = back;
        back.back = there;
        directions.put(there.way, there);
        directions.put(back.way, back);
        frames.add(segment(there, SYN, NOTHING, 0, 0));
        frames.add(segment(back, SYN | ACK, NOTHING, 0, 0));
        frames.add(segment(there, ACK, NOTHING, 0, 0));
    }

    private Frame segment(Direction direction, int flags, byte[] data, int at, int length) {
        Endpoint from = direction.way.from();
        Endpoint to = direction.way.to();
        ByteBuffer frame = frame(from, to, PROTOCOL_TCP, TCP + length)
                .putShort((short) port(from))
                .putShort((short) port(to))
                .putInt(direction.sequence)
                .putInt((flags & ACK) == 0 ? 0 : direction.acknowledged())
                .put((byte) HEADER_WORDS)
                .put((byte) flags)
                .putShort((short) WINDOW)
                .putInt(0)
                .put(data, at, length);
        direction.sequence += (flags & SYN) == 0 ? length : 1;
        long pseudoHeader = pseudoHeader(from, to, PROTOCOL_TCP, TCP + length);
        frame.putShort(INSIDE + TCP_CHECKSUM, (short) checksum(frame, INSIDE, frame.limit(), pseudoHeader));
        return kept(frame);
    }

    private Frame datagram(Endpoint from, Endpoint to, byte[] data) {
        return kept(frame(from, to, PROTOCOL_UDP, UDP + data.length)
                .putShort((short) from.port())
                .putShort((short) to.port())
                .putShort((short) (UDP + data.length))
                .putShort((short) 0)
                .put(data));
    }

    /** A frame with its headers up to IP, in which there is room for {@code inside} bytes more. */
    private ByteBuffer frame(Endpoint from, Endpoint to, int protocol, int inside) {
        int source = address(from.host());
        int target = address(to.host());
        ByteBuffer frame = ByteBuffer.allocate(INSIDE + inside);
        mac(frame, to.host());
        mac(frame, from.host());
        frame.putShort((short) 0x0800)
                .putShort((short) VERSION_AND_LENGTH)
                .putShort((short) (IP + inside))
                .putShort((short) 0)
                .putShort(DO_NOT_FRAGMENT)
                .put((byte) TIME_TO_LIVE)
                .put((byte) protocol)
                .putShort((short) 0)
                .putInt(source)
                .putInt(target);
        return frame.putShort(ETHERNET + IP_CHECKSUM, (short) checksum(frame, ETHERNET, INSIDE, 0));
    }

    private static Frame kept(ByteBuffer frame) {
        int length = frame.flip().limit();
        if (length <= WHOLE) {
            return new Frame(frame, length);
        }
        byte[] beginning = new byte[KEPT];
        frame.get(0, beginning);
        return new Frame(ByteBuffer.wrap(beginning), length);
    }

    private long pseudoHeader(Endpoint from, Endpoint to, int protocol, int length) {
        int source = address(from.host());
        int target = address(to.host());
        long addresses = (source >>> Short.SIZE) + (source & 0xFFFFL) + (target >>> Short.SIZE) + (target & 0xFFFFL);
        return addresses + protocol + length;
    }

    /** The checksum of the Internet (RFC 1071) of the bytes from {@code start} up to {@code end}. */
    private static int checksum(ByteBuffer bytes, int start, int end, long before) {
        long sum = before;
        int at = start;
        for (; at + Integer.BYTES <= end; at += Integer.BYTES) {
            sum += bytes.getInt(at) & 0xFFFF_FFFFL;
        }
        for (; at < end; at += 2) {
            sum += at + 1 < end ? bytes.getShort(at) & 0xFFFF : (bytes.get(at) & 0xFF) << Byte.SIZE;
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
