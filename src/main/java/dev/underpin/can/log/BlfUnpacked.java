package dev.underpin.can.log;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The objects of a BLF file as one stream: the contents of its containers, unpacked, one after the other. */
final class BlfUnpacked extends InputStream {
    /** Writers use 128 KiB; a container that claims more than this is not believed. */
    private static final long LARGEST_CONTAINER = 1 << 24;

    private final BinaryInput in;
    private final Inflater inflater = new Inflater();
    private BinaryInput.@Nullable Region packed;
    private @Nullable InputStream open;
    private ByteBuffer bare = ByteBuffer.allocate(0);
    private long start;
    private long told;
    private long given;

    BlfUnpacked(BinaryInput in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (open != null || begin()) {
            int there = some(target, offset, length);
            if (there > 0) {
                return there;
            }
            end();
        }
        return -1;
    }

    private int some(byte[] target, int offset, int length) throws IOException {
        if (bare.hasRemaining()) {
            int there = Math.min(length, bare.remaining());
            bare.get(target, offset, there);
            return there;
        }
        InputStream from = Objects.requireNonNull(open);
        int there;
        try {
            there = from.read(target, offset, length);
        } catch (ZipException broken) {
            throw in.at(start).wrong("a container of zlib data", String.valueOf(broken.getMessage()));
        } catch (EOFException cut) {
            throw in.at(start).wrong("a container of zlib data", "their end missing");
        }
        given += Math.max(there, 0);
        if (given > told) {
            throw in.at(start).wrong("a container of %d bytes, as it says".formatted(told), "more");
        }
        return there;
    }

    /** Goes to the next object of the file; false at its end. */
    private boolean begin() throws IOException {
        if (!in.seek(BlfFormat.OBJECT)) {
            return false;
        }
        start = in.offset();
        ByteBuffer base = in.take(BlfFormat.BASE_HEADER, "an object's header");
        long size = Integer.toUnsignedLong(base.getInt(8));
        boolean container = base.getInt(12) == BlfFormat.LOG_CONTAINER;
        int least = container ? BlfFormat.CONTAINER_HEADER : BlfFormat.BASE_HEADER;
        if (size < least) {
            throw in.at(start + 8).wrong("the size of an object, at least %d".formatted(least), size + "");
        }
        given = 0;
        if (container) {
            container(size - BlfFormat.CONTAINER_HEADER);
        } else {
            bare = base;
            told = size - BlfFormat.BASE_HEADER;
            packed = in.region(told, "an object");
            open = packed;
        }
        return true;
    }

    private void container(long size) throws IOException {
        ByteBuffer header = in.take(BlfFormat.CONTAINER_HEADER - BlfFormat.BASE_HEADER, "a container's header");
        int method = header.getShort(0) & 0xffff;
        BinaryInput.Region region = in.region(size, "a container");
        packed = region;
        if (method == BlfFormat.NO_COMPRESSION) {
            told = size;
            open = region;
        } else if (method == BlfFormat.ZLIB) {
            told = Integer.toUnsignedLong(header.getInt(8));
            inflater.reset();
            open = new InflaterInputStream(region, inflater, 1 << 12);
        } else {
            throw in.at(start + BlfFormat.BASE_HEADER).wrong("no compression (0) or zlib (2)", "method " + method);
        }
        if (told > LARGEST_CONTAINER) {
            throw in.at(start).wrong("a container of at most %d bytes".formatted(LARGEST_CONTAINER), told + "");
        }
    }

    private void end() throws IOException {
        if (given < told) {
            throw in.at(start).wrong("a container of %d bytes, as it says".formatted(told), given + "");
        }
        if (packed != null) {
            packed.drain();
        }
        packed = null;
        open = null;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
