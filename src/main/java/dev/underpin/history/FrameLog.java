package dev.underpin.history;

import java.nio.ByteBuffer;
import java.util.Arrays;

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

    private static final int RAW_DLC = 4;
    private static final int FLAGS = 0x0F;
    private static final int HEADER = Long.BYTES + Integer.BYTES + 2;

    private final String bus;
    private ByteBuffer store = ByteBuffer.allocate(1 << 14);
    private int[] offsets = new int[1 << 10];
    private int size;

    FrameLog(String bus) {
        this.bus = bus;
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
        if (store.remaining() < HEADER + data.length) {
            store = ByteBuffer.allocate(store.capacity() * 2).put(store.flip());
        }
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        offsets[size++] = store.position();
        store.putLong(at)
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
        int start = offset(index) + HEADER;
        if ((store.get(start - 1) & 0xff) != data.length) {
            throw new IllegalArgumentException("%d bytes in place of others".formatted(data.length));
        }
        store.put(start, data);
    }

    public int size() {
        return size;
    }

    /** End of the frame, vehicle time in nanoseconds. */
    public long at(int index) {
        return store.getLong(offset(index));
    }

    public int id(int index) {
        return store.getInt(offset(index) + Long.BYTES);
    }

    public int flags(int index) {
        return store.get(offset(index) + Long.BYTES + Integer.BYTES) & FLAGS;
    }

    /** The raw data length code of a classical frame where it is above 8, else 0. */
    public int rawDlc(int index) {
        return (store.get(offset(index) + Long.BYTES + Integer.BYTES) & 0xFF) >>> RAW_DLC;
    }

    public byte[] data(int index) {
        int start = offset(index) + HEADER;
        return Arrays.copyOfRange(store.array(), start, start + (store.get(start - 1) & 0xff));
    }

    /** All frames as one sequence of bytes (time, id, raw data length code and flags, length, data; big endian): what the digest covers. */
    ByteBuffer bytes() {
        return store.duplicate().flip().asReadOnlyBuffer();
    }

    private int offset(int index) {
        return offsets[java.util.Objects.checkIndex(index, size)];
    }
}
