package dev.underpin.can.log;

import static dev.underpin.can.log.PcapngFormat.BYTE_ORDER_MAGIC;
import static dev.underpin.can.log.PcapngFormat.ENHANCED_PACKET;
import static dev.underpin.can.log.PcapngFormat.FRAME_HEADER;
import static dev.underpin.can.log.PcapngFormat.INTERFACE_DESCRIPTION;
import static dev.underpin.can.log.PcapngFormat.LINK_SOCKETCAN;
import static dev.underpin.can.log.PcapngFormat.OPTION_PACKET_FLAGS;
import static dev.underpin.can.log.PcapngFormat.OUTBOUND;
import static dev.underpin.can.log.PcapngFormat.SECTION_HEADER;

import dev.underpin.history.FrameLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@link LogFormat#PCAPNG}, of either byte order. Blocks without a time, and those of other interfaces, are passed over. */
final class PcapngReader implements LogReader {
    private static final int FRAMING = 12;
    private static final int LARGEST_BLOCK = 1 << 18;
    private static final int MOST_INTERFACES = 1024;
    /** The size of a SocketCAN FD frame: older writers tell one by that alone. */
    private static final int FD_SIZE = FRAME_HEADER + SocketCan.MAX_FD;

    private final BinaryInput in;
    private final List<PcapngInterface> interfaces = new ArrayList<>();
    private boolean begun;

    PcapngReader(String file, InputStream in) {
        this.in = new BinaryInput(file, "byte", in);
    }

    @Override
    public @Nullable LogEntry next() throws IOException {
        while (!in.atEnd()) {
            LogEntry entry = block();
            if (entry != null) {
                return entry;
            }
        }
        if (!begun) {
            throw in.at(0).wrong("the section header of a pcapng file", "an empty file");
        }
        return null;
    }

    private @Nullable LogEntry block() throws IOException {
        long start = in.offset();
        ByteBuffer head = in.take(2 * Integer.BYTES, "a block's type and length");
        int type = head.getInt();
        if (type == SECTION_HEADER) {
            section(start, head);
            return null;
        }
        if (!begun) {
            throw in.at(start)
                    .wrong(
                            "the section header of a pcapng file, 0A0D0D0A",
                            "%08X".formatted(Integer.reverseBytes(type)));
        }
        long length = length(start, head.getInt(), FRAMING);
        LogEntry entry = null;
        if (type == INTERFACE_DESCRIPTION) {
            describe(start, body(start, length, 8));
        } else if (type == ENHANCED_PACKET) {
            entry = packet(in.at(start), body(start, length, 20));
        } else {
            in.skip(length - FRAMING, "a block");
        }
        trailer(start, length);
        return entry;
    }

    private void section(long start, ByteBuffer head) throws IOException {
        in.order(ByteOrder.LITTLE_ENDIAN);
        int magic = in.take(Integer.BYTES, "the byte-order magic").getInt();
        if (magic == Integer.reverseBytes(BYTE_ORDER_MAGIC)) {
            in.order(ByteOrder.BIG_ENDIAN);
        } else if (magic != BYTE_ORDER_MAGIC) {
            throw in.at(start + 8).wrong("the byte-order magic 1A2B3C4D", "%08X".formatted(magic));
        }
        ByteOrder order = magic == BYTE_ORDER_MAGIC ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        long length = length(start, head.order(order).getInt(Integer.BYTES), 28);
        in.skip(length - FRAMING - Integer.BYTES, "the section header");
        trailer(start, length);
        interfaces.clear();
        begun = true;
    }

    private long length(long start, int told, int least) {
        long length = Integer.toUnsignedLong(told);
        if (length < least || length % Integer.BYTES != 0) {
            throw in.at(start + 4)
                    .wrong("the length of a block, at least %d and a multiple of 4".formatted(least), length + "");
        }
        return length;
    }

    private ByteBuffer body(long start, long length, int least) throws IOException {
        if (length < FRAMING + least || length > LARGEST_BLOCK) {
            throw in.at(start + 4)
                    .wrong(
                            "the length of a block from %d to %d".formatted(FRAMING + least, LARGEST_BLOCK),
                            length + "");
        }
        return in.take((int) length - FRAMING, "a block");
    }

    private void trailer(long start, long length) throws IOException {
        long repeated = Integer.toUnsignedLong(
                in.take(Integer.BYTES, "a block's length repeated").getInt());
        if (repeated != length) {
            throw in.at(in.offset() - Integer.BYTES)
                    .wrong("the length %d of the block at byte %d repeated".formatted(length, start), repeated + "");
        }
    }

    private void describe(long start, ByteBuffer body) {
        if (interfaces.size() == MOST_INTERFACES) {
            throw in.at(start).wrong("at most %d interfaces".formatted(MOST_INTERFACES), "one more");
        }
        interfaces.add(PcapngInterface.read(in.at(start), interfaces.size(), body));
    }

    private @Nullable LogEntry packet(Place place, ByteBuffer body) {
        int number = body.getInt();
        if (number < 0 || number >= interfaces.size()) {
            throw place.wrong(
                    "a packet of one of the %d interfaces described before".formatted(interfaces.size()),
                    "interface " + Integer.toUnsignedString(number));
        }
        PcapngInterface from = interfaces.get(number);
        if (from.link() != LINK_SOCKETCAN) {
            return null;
        }
        long units = (long) body.getInt() << Integer.SIZE | Integer.toUnsignedLong(body.getInt());
        int captured = body.getInt();
        body.getInt();
        if (captured < FRAME_HEADER || captured > body.remaining()) {
            throw place.wrong(
                    "a packet of 8 to %d bytes".formatted(body.remaining()), Integer.toUnsignedString(captured));
        }
        ByteBuffer packet = body.slice(body.position(), captured);
        body.position(Math.min(body.limit(), body.position() + (captured + 3 & ~3)));
        return frame(place, from.moment(place, units), from.channel(), direction(place, body), packet);
    }

    private static Direction direction(Place place, ByteBuffer body) {
        Direction[] direction = {Direction.RX};
        PcapngInterface.options(place, body, (code, value) -> {
            if (code == OPTION_PACKET_FLAGS
                    && (PcapngInterface.sized(place, value, Integer.BYTES).getInt() & 3) == OUTBOUND) {
                direction[0] = Direction.TX;
            }
        });
        return direction[0];
    }

    private static LogEntry frame(Place place, long at, String channel, Direction direction, ByteBuffer packet) {
        int id = packet.getInt();
        int length = packet.get() & 0xff;
        int flags = packet.get() & (FrameLog.FLAG_BRS | FrameLog.FLAG_ESI | FrameLog.FLAG_FD);
        packet.get();
        int rawDlc = packet.get() & 0xff;
        boolean remote = (id & FrameLog.ID_REMOTE) != 0;
        boolean fd = (flags & FrameLog.FLAG_FD) != 0 || length > SocketCan.MAX_CLASSIC || packet.limit() == FD_SIZE;
        if (length > SocketCan.MAX_FD || (!remote && length > packet.remaining())) {
            throw place.wrong("%d bytes of data".formatted(length), packet.remaining() + "");
        }
        byte[] data = new byte[length];
        packet.get(data, 0, Math.min(length, packet.remaining()));
        return SocketCan.entry(place, at, channel, direction, id, fd ? flags | FrameLog.FLAG_FD : flags, rawDlc, data);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
