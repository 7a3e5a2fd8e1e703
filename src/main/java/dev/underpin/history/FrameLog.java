package dev.underpin.history;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The frames seen on one bus, in order, stored compactly.
 *
 * <p>Identifiers follow SocketCAN: bit 31 extended, bit 30 remote, bit 29 error frame. Flags: 0x01 bit-rate switch, 0x02 error
 * state indicator, 0x04 CAN FD. Confined to one thread while it grows.
 */
public final class FrameLog {
    public static final int FLAG_BRS = 0x01;
    public static final int FLAG_ESI = 0x02;
    public static final int FLAG_FD = 0x04;
    public static final int ID_EXTENDED = 0x8000_0000;
    public static final int ID_REMOTE = 0x4000_0000;
    public static final int ID_ERROR = 0x2000_0000;

    private static final int CHUNK = 1 << 15;
    private static final int RAW_DLC = 4;
    private static final int FLAGS = 0x0F;
    private static final int HEADER = Long.BYTES + Integer.BYTES + 2;

    private final String bus;
    private final List<ByteBuffer> chunks = new ArrayList<>();
    private ByteBuffer last;
    private int[] offsets = new int[1 << 10];
    private int size;

    FrameLog(String bus) {
        this.bus = bus;
        last = newChunk();
    }

    private ByteBuffer newChunk() {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        chunks.add(chunk);
        return chunk;
    }

    public String bus() {
        return bus;
    }

    /** Adds a frame that ended at {@code at} (vehicle time, nanoseconds). */
    public void append(long at, int id, int flags, byte[] data) {
        append(at, id, flags, 0, data);
    }

    /**
     * Adds a frame that ended at {@code at} (vehicle time, nanoseconds).
     *
     * @param rawDlc the raw data length code of a classical frame where it is above 8, else 0
     */
    public void append(long at, int id, int flags, int rawDlc, byte[] data) {
        if (last.remaining() < HEADER + data.length) {
            last = newChunk();
        }
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        offsets[size++] = (chunks.size() - 1) * CHUNK + last.position();
        last.putLong(at)
                .putInt(id)
                .put((byte) (rawDlc << RAW_DLC | flags))
                .put((byte) data.length)
                .put(data);
    }

    /**
     * Replaces the data of the entry at {@code index} by as many bytes: of the one kind of entry that still grows, a count of what is left
     * out of the log.
     */
    public void amend(int index, byte[] data) {
        ByteBuffer chunk = chunk(index);
        int start = within(index) + HEADER;
        if ((chunk.get(start - 1) & 0xff) != data.length) {
            throw new IllegalArgumentException("%d bytes in place of others".formatted(data.length));
        }
        chunk.put(start, data);
    }

    public int size() {
        return size;
    }

    /** End of the frame, vehicle time in nanoseconds. */
    public long at(int index) {
        return chunk(index).getLong(within(index));
    }

    public int id(int index) {
        return chunk(index).getInt(within(index) + Long.BYTES);
    }

    public int flags(int index) {
        return chunk(index).get(within(index) + Long.BYTES + Integer.BYTES) & FLAGS;
    }

    /** The raw data length code of a classical frame where it is above 8, else 0. */
    public int rawDlc(int index) {
        return (chunk(index).get(within(index) + Long.BYTES + Integer.BYTES) & 0xFF) >>> RAW_DLC;
    }

    public byte[] data(int index) {
        ByteBuffer chunk = chunk(index);
        int start = within(index) + HEADER;
        byte[] data = new byte[chunk.get(start - 1) & 0xff];
        chunk.get(start, data);
        return data;
    }

    /** Feeds {@code digest} with all frames, one after the other: time, id, raw data length code and flags, length, data; big endian. */
    void feed(MessageDigest digest) {
        for (ByteBuffer chunk : chunks) {
            digest.update(chunk.duplicate().flip());
        }
    }

    private ByteBuffer chunk(int index) {
        return chunks.get(offsets[Objects.checkIndex(index, size)] / CHUNK);
    }

    private int within(int index) {
        return offsets[Objects.checkIndex(index, size)] % CHUNK;
    }
}
