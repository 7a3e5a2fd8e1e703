package dev.underpin.can.bits;

/**
 * Counts the dynamic stuff bits of a sequence of bits: after five equal bits one of the other value, which counts in the next run (ISO
 * 11898-1:2015, 10.5).
 *
 * <p>A count is one number: the run at its end in the low four bits (value of the bit in bit 3, length of the run less one below), the
 * stuff bits so far above. A stuff bit is counted when a bit follows it.
 */
final class Stuffing {
    /** The count after the start-of-frame bit. */
    static final int START = 0;

    private static final int RUN_BITS = 4;
    private static final int RUN_MASK = (1 << RUN_BITS) - 1;
    private static final int FULL_RUN = 4;
    private static final int CHUNKS = 1 << 9;
    private static final byte[] TABLE = table();

    private Stuffing() {}

    /** The count after the {@code bits} (1..64) low bits of {@code value}, most significant first. */
    static int add(int count, long value, int bits) {
        int left = (bits - 1) & ~7;
        int first = bits - left;
        int counted = add(count, 1 << first | ((int) (value >>> left) & ((1 << first) - 1)));
        while (left > 0) {
            left -= 8;
            counted = addOctet(counted, (int) (value >>> left) & 0xff);
        }
        return counted;
    }

    /** The count after eight more bits. */
    static int addOctet(int count, int octet) {
        return add(count, 0x100 | octet);
    }

    /** The stuff bits within the sequence, without one that its last bit demands. */
    static int inside(int count) {
        return count >>> RUN_BITS;
    }

    /** The stuff bits of a sequence that ends, the one that its last bit demands included. */
    static int all(int count) {
        return inside(count) + ((count & 7) == FULL_RUN ? 1 : 0);
    }

    /** Adds a chunk: a leading one and below it up to eight bits. */
    private static int add(int count, int chunk) {
        return (count & ~RUN_MASK) + TABLE[(count & RUN_MASK) * CHUNKS + chunk];
    }

    private static byte[] table() {
        byte[] table = new byte[(RUN_MASK + 1) * CHUNKS];
        for (int run = 0; run <= RUN_MASK; run++) {
            for (int chunk = 2; chunk < CHUNKS; chunk++) {
                table[run * CHUNKS + chunk] = (byte) slowly(run, chunk);
            }
        }
        return table;
    }

    private static int slowly(int run, int chunk) {
        int count = run;
        for (int bit = 30 - Integer.numberOfLeadingZeros(chunk); bit >= 0; bit--) {
            count = bit(count, chunk >>> bit & 1);
        }
        return count;
    }

    /** The count after one more bit. */
    static int bit(int count, int bit) {
        int stuffed = demandsStuffBit(count) ? ((count & ~RUN_MASK) + (1 << RUN_BITS)) | (~count & 8) : count;
        return (stuffed >>> 3 & 1) == bit ? stuffed + 1 : (stuffed & ~RUN_MASK) | bit << 3;
    }

    /** Whether a stuff bit has to come before any other bit. */
    static boolean demandsStuffBit(int count) {
        return (count & 7) == FULL_RUN;
    }
}
