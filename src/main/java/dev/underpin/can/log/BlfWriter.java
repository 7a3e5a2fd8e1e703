package dev.underpin.can.log;

import dev.underpin.can.CanFrame;
import dev.underpin.mistake.UserMistake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;

/** Writes {@link LogFormat#BLF}: objects in zlib containers; the file header's statistics follow when the log is closed. */
final class BlfWriter implements LogWriter {
    private static final int CONTAINER = 1 << 17;
    private static final int LARGEST_OBJECT = 512;

    private final SeekableByteChannel out;
    private final ChannelNumbers numbers = new ChannelNumbers();
    private final byte[] store = new byte[CONTAINER + LARGEST_OBJECT];
    private final ByteBuffer objects = ByteBuffer.wrap(store).order(ByteOrder.LITTLE_ENDIAN);
    private boolean begun;
    private long start;
    private long end;
    private long unpacked = BlfFormat.FILE_HEADER;
    private int count;

    BlfWriter(SeekableByteChannel out) throws IOException {
        this.out = out;
        header();
    }

    @Override
    public void write(LogEntry entry) throws IOException {
        if (!begun) {
            begun = true;
            start = entry.atNanos() - entry.atNanos() % Moments.NANOS_PER_SECOND;
        }
        long nanos = entry.atNanos() - start;
        if (nanos < 0) {
            throw UserMistake.saying("a BLF log cannot hold an entry (at %d ns) before its own start (%d ns)"
                    .formatted(entry.atNanos(), start));
        }
        end = Math.max(end, entry.atNanos());
        int channel = numbers.of(entry.channel(), (number, name) -> name(nanos, number, name));
        switch (entry) {
            case LoggedError error -> error(nanos, channel, error.error());
            case LoggedFrame frame -> {
                if (frame.frame().fd()) {
                    fd(nanos, channel, frame);
                } else {
                    classic(nanos, channel, frame);
                }
            }
        }
        if (objects.position() >= CONTAINER) {
            flush();
        }
    }

    private void name(long nanos, int number, String name) throws IOException {
        byte[] text = (";" + name + ";").getBytes(StandardCharsets.UTF_8);
        object(BlfFormat.APP_TEXT, nanos, 16 + padded(text.length));
        objects.putInt(BlfFormat.CHANNEL_NAME).putInt(number << 8 | BlfFormat.BUS_CAN << 16);
        objects.putInt(text.length).putInt(0);
        octets(text, padded(text.length));
    }

    private void classic(long nanos, int channel, LoggedFrame logged) {
        CanFrame frame = logged.frame();
        object(BlfFormat.CAN_MESSAGE2, nanos, 24);
        objects.putShort((short) channel);
        objects.put((byte)
                ((logged.direction() == Direction.TX ? BlfFormat.SENT : 0) | (frame.remote() ? BlfFormat.REMOTE : 0)));
        objects.put((byte) frame.dlc()).putInt(id(frame));
        octets(frame.data(), 8);
        objects.putLong(0);
    }

    private void fd(long nanos, int channel, LoggedFrame logged) {
        CanFrame frame = logged.frame();
        int length = padded(frame.length());
        object(BlfFormat.CAN_FD_MESSAGE_64, nanos, BlfFormat.DATA_64 + length);
        objects.put((byte) channel)
                .put((byte) frame.dlc())
                .put((byte) frame.length())
                .put((byte) 0);
        objects.putInt(id(frame)).putInt(0);
        objects.putInt(BlfFormat.EDL_64
                | (frame.bitRateSwitch() ? BlfFormat.BRS_64 : 0)
                | (frame.esi() ? BlfFormat.ESI_64 : 0));
        objects.putLong(0).putLong(0).putShort((short) 0);
        objects.put((byte) (logged.direction() == Direction.TX ? 1 : 0))
                .put((byte) 0)
                .putInt(0);
        octets(frame.data(), length);
    }

    private void error(long nanos, int channel, ErrorFrame error) {
        object(BlfFormat.CAN_ERROR_EXT, nanos, 32);
        objects.putShort((short) channel).putShort((short) 0).putInt(0);
        objects.put((byte) 0).put((byte) 0).put((byte) 8).put((byte) 0);
        objects.putInt(0).putInt(error.classes()).putInt(0);
        octets(error.data(), 8);
    }

    private static int id(CanFrame frame) {
        return frame.id() | (frame.extended() ? BlfFormat.ID_EXTENDED : 0);
    }

    private void object(int type, long nanos, int length) {
        objects.putInt(BlfFormat.OBJECT).putShort((short) BlfFormat.HEADER).putShort((short) 1);
        objects.putInt(BlfFormat.HEADER + length).putInt(type);
        objects.putInt(BlfFormat.ONE_NANO).putInt(0).putLong(nanos);
        count++;
    }

    /** Sizes of objects are multiples of four, so none needs padding behind it. */
    private static int padded(int length) {
        return length + 3 & ~3;
    }

    private void octets(byte[] data, int length) {
        objects.put(data).put(new byte[length - data.length]);
    }

    private void flush() throws IOException {
        if (objects.position() == 0) {
            return;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream(objects.position() / 2);
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(store, 0, objects.position());
        }
        int size = BlfFormat.CONTAINER_HEADER + packed.size();
        ByteBuffer container = buffer(size + size % 4);
        container
                .putInt(BlfFormat.OBJECT)
                .putShort((short) BlfFormat.BASE_HEADER)
                .putShort((short) 1);
        container.putInt(size).putInt(BlfFormat.LOG_CONTAINER);
        container.putShort((short) BlfFormat.ZLIB).putShort((short) 0).putInt(0);
        container.putInt(objects.position()).putInt(0);
        container.put(packed.toByteArray());
        write(container.clear());
        unpacked += BlfFormat.CONTAINER_HEADER + objects.position();
        objects.clear();
    }

    private void header() throws IOException {
        long size = Math.max(out.size(), BlfFormat.FILE_HEADER);
        ByteBuffer header = buffer(BlfFormat.FILE_HEADER);
        header.putInt(BlfFormat.FILE).putInt(BlfFormat.FILE_HEADER);
        header.putInt(0).put(new byte[] {2, 6, 8, 1});
        header.putLong(size).putLong(unpacked).putInt(count).putInt(0);
        SystemTime.put(header, start);
        SystemTime.put(header, end);
        out.position(0);
        write(header.clear());
    }

    private void write(ByteBuffer octets) throws IOException {
        while (octets.hasRemaining()) {
            out.write(octets);
        }
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
            header();
        }
    }
}
