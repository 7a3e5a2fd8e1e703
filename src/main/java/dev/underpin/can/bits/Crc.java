package dev.underpin.can.bits;

/**
 * The cyclic redundancy checks of CAN (ISO 11898-1:2015, 10.4.2.6), most significant bit first. CRC-15 begins with 0 and leaves stuff
 * bits out; CRC-17 and CRC-21 of CAN FD begin with their top bit set and take the dynamic stuff bits in.
 */
final class Crc {
    static final Crc CRC15 = new Crc(15, 0x4599, 0);
    static final Crc CRC17 = new Crc(17, 0x1685B, 1 << 16);
    static final Crc CRC21 = new Crc(21, 0x102899, 1 << 20);

    private final int width;
    private final int polynomial;
    private final int start;
    private final int mask;
    private final int[] table = new int[256];

    private Crc(int width, int polynomial, int start) {
        this.width = width;
        this.polynomial = polynomial;
        this.start = start;
        this.mask = (1 << width) - 1;
        for (int octet = 0; octet < table.length; octet++) {
            int crc = 0;
            for (int bit = 7; bit >= 0; bit--) {
                crc = bit(crc, octet >>> bit & 1);
            }
            table[octet] = crc;
        }
    }

    int width() {
        return width;
    }

    /** The value before the first bit. */
    int start() {
        return start;
    }

    /** The value after one more bit. */
    int bit(int crc, int bit) {
        int top = crc >>> (width - 1) ^ bit;
        return (crc << 1 ^ (top == 0 ? 0 : polynomial)) & mask;
    }

    /** The value after eight more bits. */
    int octet(int crc, int octet) {
        return (crc << 8 ^ table[(crc >>> (width - 8) ^ octet) & 0xff]) & mask;
    }
}
