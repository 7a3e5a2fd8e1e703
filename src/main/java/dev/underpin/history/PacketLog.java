package dev.underpin.history;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The packets seen on one network, in order, as Ethernet frames without their check sequence; of long ones only the beginning may be
 * kept. Not part of the digest: the messages in them are records of their own. Confined to one thread while it grows.
 */
public final class PacketLog {
    private final String network;
    private final List<Packet> packets = new ArrayList<>();

    PacketLog(String network) {
        this.network = network;
    }

    /**
     * A packet.
     *
     * @param at when its last byte left the sender (vehicle time, nanoseconds)
     * @param kept its beginning; not copied, must not be changed
     * @param length bytes that it had
     */
    public record Packet(long at, ByteBuffer kept, int length) {}

    public String network() {
        return network;
    }

    /** Adds a packet. */
    public void append(Packet packet) {
        packets.add(packet);
    }

    /** All packets; a live view. */
    public List<Packet> packets() {
        return Collections.unmodifiableList(packets);
    }
}
