package dev.underpin.can.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads {@link LogFormat#BLF}: the file header, then object by object; {@link BlfFrames} reads the frames in them. */
final class BlfReader implements LogReader {
    private static final int LARGEST_OBJECT = 1 << 16;

    private final BinaryInput raw;
    private final BinaryInput in;
    private final ChannelNames names = new ChannelNames();
    private final BlfFrames frames = new BlfFrames(names);
    private boolean begun;
    private long start;

    BlfReader(String file, InputStream from) {
        raw = new BinaryInput(file, "byte", from);
        in = new BinaryInput(file, "unpacked byte", new BlfUnpacked(raw));
    }

    @Override
    public @Nullable LogEntry next() throws IOException {
        if (!begun) {
            begin();
        }
        while (in.seek(BlfFormat.OBJECT)) {
            LogEntry entry = object();
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }

    private void begin() throws IOException {
        ByteBuffer header = raw.take(BlfFormat.LEAST_FILE_HEADER, "a BLF file header");
        if (header.getInt(0) != BlfFormat.FILE) {
            throw raw.at(0)
                    .wrong(
                            "the signature LOGG of a BLF file",
                            "%08X".formatted(Integer.reverseBytes(header.getInt(0))));
        }
        long size = Integer.toUnsignedLong(header.getInt(4));
        if (size < BlfFormat.LEAST_FILE_HEADER || size > LARGEST_OBJECT) {
            throw raw.at(4).wrong("the size of the file header, from 72 to %d".formatted(LARGEST_OBJECT), size + "");
        }
        start = SystemTime.get(raw.at(BlfFormat.START), header.position(BlfFormat.START));
        raw.skip(size - BlfFormat.LEAST_FILE_HEADER, "the file header");
        begun = true;
    }

    private @Nullable LogEntry object() throws IOException {
        long offset = in.offset();
        Place place = in.at(offset);
        ByteBuffer base = in.take(BlfFormat.BASE_HEADER, "an object's header");
        int header = base.getShort(4) & 0xffff;
        long size = Integer.toUnsignedLong(base.getInt(8));
        int type = base.getInt(12);
        if (size < BlfFormat.BASE_HEADER) {
            throw place.wrong("the size of an object, at least 16", size + "");
        }
        if (type != BlfFormat.APP_TEXT && !BlfFrames.knows(type)) {
            in.skip(size - BlfFormat.BASE_HEADER, "an object");
            return null;
        }
        if (size > LARGEST_OBJECT || header < BlfFormat.HEADER || header > size) {
            throw place.wrong(
                    "an object of at most %d bytes with a header of at least 32".formatted(LARGEST_OBJECT),
                    "%d bytes with a header of %d".formatted(size, header));
        }
        ByteBuffer rest = in.take((int) size - BlfFormat.BASE_HEADER, "an object");
        int flags = rest.getInt(0);
        long units = rest.getLong(8);
        ByteBuffer body =
                rest.slice(header - BlfFormat.BASE_HEADER, (int) size - header).order(rest.order());
        if (type == BlfFormat.APP_TEXT) {
            name(body);
            return null;
        }
        long nanos = flags == BlfFormat.TEN_MICROS ? Moments.scaled(place, units, 10_000) : units;
        if (nanos < 0) {
            throw place.wrong("a time from 1970 to 2262", Long.toUnsignedString(units) + " units");
        }
        return frames.entry(place, type, Moments.plus(place, start, nanos), body);
    }

    /** A text "path;name;..." that names a channel of a CAN bus; other texts are passed over. */
    private void name(ByteBuffer body) {
        if (body.remaining() < 16 || body.getInt(0) != BlfFormat.CHANNEL_NAME) {
            return;
        }
        int channel = body.getInt(4) >>> 8 & 0xff;
        boolean can = (body.getInt(4) >>> 16 & 0xff) == BlfFormat.BUS_CAN;
        int length = body.getInt(8);
        if (can && length > 0 && length <= body.remaining() - 16) {
            String text = StandardCharsets.UTF_8.decode(body.slice(16, length)).toString();
            String[] parts = text.split(";", -1);
            if (parts.length > 1 && !parts[1].isBlank()) {
                names.note(channel, parts[1]);
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
