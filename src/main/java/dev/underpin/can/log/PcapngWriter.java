package dev.underpin.can.log;

import static dev.underpin.can.log.PcapngFormat.BYTE_ORDER_MAGIC;
import static dev.underpin.can.log.PcapngFormat.ENHANCED_PACKET;
import static dev.underpin.can.log.PcapngFormat.FRAME_HEADER;
import static dev.underpin.can.log.PcapngFormat.INBOUND;
import static dev.underpin.can.log.PcapngFormat.INTERFACE_DESCRIPTION;
import static dev.underpin.can.log.PcapngFormat.LINK_SOCKETCAN;
import static dev.underpin.can.log.PcapngFormat.NANOSECONDS;
import static dev.underpin.can.log.PcapngFormat.OPTION_END;
import static dev.underpin.can.log.PcapngFormat.OPTION_INTERFACE_NAME;
import static dev.underpin.can.log.PcapngFormat.OPTION_PACKET_FLAGS;
import static dev.underpin.can.log.PcapngFormat.OPTION_RESOLUTION;
import static dev.underpin.can.log.PcapngFormat.OUTBOUND;
import static dev.underpin.can.log.PcapngFormat.SECTION_HEADER;

import dev.underpin.can.CanFrame;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Writes {@link LogFormat#PCAPNG}: an interface block before the first frame of each channel. */
final class PcapngWriter implements LogWriter {
    private final OutputStream out;
    private final Map<String, Integer> interfaces = new HashMap<>();
    private final ByteBuffer block = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);

    PcapngWriter(OutputStream out) throws IOException {
        this.out = out;
        begin(SECTION_HEADER);
        block.putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1);
        end();
    }

    @Override
    public void write(LogEntry entry) throws IOException {
        int number = number(entry.channel());
        begin(ENHANCED_PACKET);
        block.putInt(number).putInt((int) (entry.atNanos() >>> Integer.SIZE)).putInt((int) entry.atNanos());
        switch (entry) {
            case LoggedFrame(long at, String channel, Direction direction, CanFrame frame) -> {
                packet(SocketCan.id(frame), SocketCan.flags(frame), SocketCan.rawDlc(frame), SocketCan.data(frame));
                option(
                        OPTION_PACKET_FLAGS,
                        (byte) (direction == Direction.TX ? OUTBOUND : INBOUND),
                        (byte) 0,
                        (byte) 0,
                        (byte) 0);
                option(OPTION_END);
            }
            case LoggedError(long at, String channel, ErrorFrame error) ->
                packet(SocketCan.id(error), 0, 0, error.data());
        }
        end();
    }

    private int number(String channel) throws IOException {
        Integer known = interfaces.get(channel);
        if (known != null) {
            return known;
        }
        int number = interfaces.size();
        interfaces.put(channel, number);
        begin(INTERFACE_DESCRIPTION);
        block.putShort((short) LINK_SOCKETCAN).putShort((short) 0).putInt(0);
        option(OPTION_INTERFACE_NAME, channel.getBytes(StandardCharsets.UTF_8));
        option(OPTION_RESOLUTION, (byte) NANOSECONDS);
        option(OPTION_END);
        end();
        return number;
    }

    private void packet(int id, int flags, int rawDlc, byte[] data) {
        int length = FRAME_HEADER + data.length;
        block.putInt(length).putInt(length);
        block.order(ByteOrder.BIG_ENDIAN).putInt(id).order(ByteOrder.LITTLE_ENDIAN);
        block.put((byte) data.length).put((byte) flags).put((byte) 0).put((byte) rawDlc);
        block.put(data);
        pad();
    }

    private void option(int code, byte... value) {
        block.putShort((short) code).putShort((short) value.length).put(value);
        pad();
    }

    private void pad() {
        while (block.position() % Integer.BYTES != 0) {
            block.put((byte) 0);
        }
    }

    private void begin(int type) {
        block.clear().putInt(type).putInt(0);
    }

    private void end() throws IOException {
        int length = block.position() + Integer.BYTES;
        block.putInt(length).putInt(Integer.BYTES, length);
        out.write(block.array(), 0, length);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
