package dev.underpin.can.database;

/** Reads and writes the bits of a signal, byte by byte. */
final class BitField {
    private BitField() {}

    static long get(byte[] data, Signal signal) {
        return signal.byteOrder() == ByteOrder.LITTLE_ENDIAN
                ? getLittle(data, signal.startBit(), signal.length())
                : getBig(data, signal.startBit(), signal.length());
    }

    static void set(byte[] data, Signal signal, long raw) {
        if (signal.byteOrder() == ByteOrder.LITTLE_ENDIAN) {
            setLittle(data, signal.startBit(), signal.length(), raw);
        } else {
            setBig(data, signal.startBit(), signal.length(), raw);
        }
    }

    private static long getLittle(byte[] data, int startBit, int length) {
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

    private static void setLittle(byte[] data, int startBit, int length, long raw) {
        int done = 0;
        while (done < length) {
            int shift = (startBit + done) & 7;
            int bits = Math.min(8 - shift, length - done);
            put(data, (startBit + done) >>> 3, shift, bits, raw >>> done);
            done += bits;
        }
    }

    private static long getBig(byte[] data, int startBit, int length) {
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

    private static void setBig(byte[] data, int startBit, int length, long raw) {
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
