package dev.underpin.can.database;

import java.util.BitSet;

/**
 * Which bits of a frame's data belong to a signal.
 *
 * @param startBit bit 0 is the least significant bit of byte 0, bit 8 that of byte 1; see {@link ByteOrder} for which end it is
 * @param length bits, 1..64
 */
public record BitLayout(int startBit, int length, ByteOrder byteOrder) {
    /** The first bit after the longest message. */
    static final int END = Byte.SIZE * FrameSizes.LONGEST_MESSAGE;

    /** The bits in {@code data}, the most significant first, right-aligned. */
    long get(byte[] data) {
        return byteOrder == ByteOrder.LITTLE_ENDIAN ? getLittle(data) : getBig(data);
    }

    /** Puts the low bits of {@code raw} into {@code data}; the other bits stay. */
    void set(byte[] data, long raw) {
        if (byteOrder == ByteOrder.LITTLE_ENDIAN) {
            setLittle(data, raw);
        } else {
            setBig(data, raw);
        }
    }

    /** The numbers of its bits. */
    BitSet bits() {
        BitSet bits = new BitSet();
        int bit = startBit;
        for (int i = 0; i < length; i++) {
            bits.set(bit);
            bit = next(bit);
        }
        return bits;
    }

    private int next(int bit) {
        if (byteOrder == ByteOrder.LITTLE_ENDIAN) {
            return bit + 1;
        }
        return (bit & 7) == 0 ? bit + 15 : bit - 1;
    }

    private long getLittle(byte[] data) {
        long raw = 0;
        int done = 0;
        while (done < length) {
            int shift = (startBit + done) & 7;
            int bits = Math.min(8 - shift, length - done);
            raw |= (long) (data[(startBit + done) >>> 3] >>> shift & mask(bits)) << done;
            done += bits;
        }
        return raw;
    }

    private void setLittle(byte[] data, long raw) {
        int done = 0;
        while (done < length) {
            int shift = (startBit + done) & 7;
            int bits = Math.min(8 - shift, length - done);
            put(data, (startBit + done) >>> 3, shift, bits, raw >>> done);
            done += bits;
        }
    }

    private long getBig(byte[] data) {
        long raw = 0;
        int left = length;
        int top = startBit;
        while (left > 0) {
            int bits = Math.min((top & 7) + 1, left);
            int shift = (top & 7) + 1 - bits;
            raw = raw << bits | (data[top >>> 3] >>> shift & mask(bits));
            left -= bits;
            top = (top | 7) + 8;
        }
        return raw;
    }

    private void setBig(byte[] data, long raw) {
        int left = length;
        int top = startBit;
        while (left > 0) {
            int bits = Math.min((top & 7) + 1, left);
            left -= bits;
            put(data, top >>> 3, (top & 7) + 1 - bits, bits, raw >>> left);
            top = (top | 7) + 8;
        }
    }

    private static void put(byte[] data, int index, int shift, int bits, long raw) {
        int hole = data[index] & ~(mask(bits) << shift);
        data[index] = (byte) (hole | ((int) raw & mask(bits)) << shift);
    }

    private static int mask(int bits) {
        return (1 << bits) - 1;
    }
}
