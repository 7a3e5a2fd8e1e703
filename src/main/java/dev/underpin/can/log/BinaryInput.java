package dev.underpin.can.log;

import dev.underpin.mistake.UserMistake;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The octets of a binary log with their offsets. */
final class BinaryInput implements Closeable {
    private static final int LOOK_AHEAD = 16;

    private final String file;
    private final String unit;
    private final BufferedInputStream in;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private long offset;

    /**
     * Reads from {@code in}.
     *
     * @param unit what the offset counts, for mistakes, such as {@code byte}
     */
    BinaryInput(String file, String unit, InputStream in) {
        this.file = file;
        this.unit = unit;
        this.in = new BufferedInputStream(in);
    }

    void order(ByteOrder byteOrder) {
        order = byteOrder;
    }

    long offset() {
        return offset;
    }

    /** The place {@code at} that many octets from the start. */
    Place at(long position) {
        return (expected, found) -> UserMistake.in(file, unit + " " + position, expected, found);
    }

    /** Whether nothing is left. */
    boolean atEnd() throws IOException {
        in.mark(1);
        boolean end = in.read() < 0;
        in.reset();
        return end;
    }

    /** Takes {@code length} octets of {@code what}; the caller has made sure that the number is a reasonable one. */
    ByteBuffer take(int length, String what) throws IOException {
        byte[] octets = in.readNBytes(length);
        if (octets.length < length) {
            throw truncated(length, what, octets.length);
        }
        offset += length;
        return ByteBuffer.wrap(octets).order(order);
    }

    /** Passes over {@code length} octets of {@code what}. */
    void skip(long length, String what) throws IOException {
        long left = length;
        while (left > 0) {
            long skipped = in.skip(left);
            if (skipped == 0) {
                if (in.read() < 0) {
                    throw truncated(length, what, length - left);
                }
                skipped = 1;
            }
            left -= skipped;
        }
        offset += length;
    }

    /** Passes over up to eight octets of padding before {@code signature}; false when only padding is left. */
    boolean seek(int signature) throws IOException {
        in.mark(LOOK_AHEAD);
        byte[] ahead = in.readNBytes(LOOK_AHEAD);
        in.reset();
        ByteBuffer view = ByteBuffer.wrap(ahead).order(order);
        for (int padding = 0; padding <= 8 && padding + Integer.BYTES <= ahead.length; padding++) {
            if (view.getInt(padding) == signature) {
                skip(padding, "padding");
                return true;
            }
        }
        if (ahead.length < LOOK_AHEAD) {
            return false;
        }
        throw at(offset)
                .wrong("the signature LOBJ of an object", "%08X".formatted(Integer.reverseBytes(view.getInt(0))));
    }

    /** The next {@code length} octets of {@code what} as a stream; what was not read of it, {@link Region#drain} passes over. */
    Region region(long length, String what) {
        return new Region(length, what);
    }

    private UserMistake truncated(long length, String what, long there) {
        return at(offset)
                .wrong("%d bytes of %s".formatted(length, what), "the end of the file after %d".formatted(there));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** A stretch of the octets. */
    final class Region extends InputStream {
        private final long length;
        private final String what;
        private long left;

        private Region(long length, String what) {
            this.length = length;
            this.what = what;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int count) throws IOException {
            if (left == 0) {
                return -1;
            }
            int there = in.read(target, from, (int) Math.min(count, left));
            if (there < 0) {
                throw truncated(length, what, length - left);
            }
            left -= there;
            offset += there;
            return there;
        }

        void drain() throws IOException {
            BinaryInput.this.skip(left, what);
            left = 0;
        }
    }
}
