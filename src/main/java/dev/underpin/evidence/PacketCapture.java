package dev.underpin.evidence;

import dev.underpin.history.PacketLog;
import dev.underpin.history.PacketLog.Packet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes a packet log as pcapng (draft-ietf-opsawg-pcapng): one interface of link type Ethernet, times in nanoseconds. */
final class PacketCapture {
    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final short LINK_ETHERNET = 1;
    private static final short OPTION_NAME = 2;
    private static final short OPTION_RESOLUTION = 9;
    private static final byte NANOSECONDS = 9;
    private static final int BLOCK = 12;
    private static final int PACKET_HEADER = 20;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private PacketCapture() {}

    /** Writes it; {@code start} is the civil time at which vehicle time was zero. */
    static void write(PacketLog log, Instant start, OutputStream out) throws IOException {
        block(
                out,
                SECTION_HEADER,
                body(16).putInt(BYTE_ORDER_MAGIC)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1));
        byte[] name = log.network().getBytes(StandardCharsets.UTF_8);
        ByteBuffer description = body(64 + name.length);
        description.putShort(LINK_ETHERNET).putShort((short) 0).putInt(0);
        description.putShort(OPTION_NAME).putShort((short) name.length).put(name);
        pad(description);
        description.putShort(OPTION_RESOLUTION).putShort((short) 1).put(NANOSECONDS);
        pad(description);
        block(out, INTERFACE_DESCRIPTION, description.putInt(0));
        long origin = start.getEpochSecond() * NANOS_PER_SECOND + start.getNano();
        for (Packet packet : log.packets()) {
            long at = origin + packet.at();
            ByteBuffer kept = packet.kept().duplicate();
            ByteBuffer body = body(PACKET_HEADER + kept.remaining() + Integer.BYTES);
            body.putInt(0).putInt((int) (at >>> Integer.SIZE)).putInt((int) at);
            body.putInt(kept.remaining()).putInt(packet.length()).put(kept);
            pad(body);
            block(out, ENHANCED_PACKET, body);
        }
    }

    private static ByteBuffer body(int room) {
        return ByteBuffer.allocate(room).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void pad(ByteBuffer body) {
        while (body.position() % Integer.BYTES != 0) {
            body.put((byte) 0);
        }
    }

    private static void block(OutputStream out, int type, ByteBuffer body) throws IOException {
        int length = BLOCK + body.position();
        ByteBuffer whole = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.write(whole.putInt(type)
                .putInt(length)
                .put(body.flip())
                .putInt(length)
                .array());
    }
}
