package dev.underpin.can.bits;

/** The stuff count of a CAN FD frame (ISO 11898-1:2015, 10.4.2.6). */
final class StuffCount {
    private StuffCount() {}

    /** Four bits: the Gray code of the dynamic stuff bits modulo 8, then its even parity. */
    static int of(int dynamicStuffBits) {
        int modulo = dynamicStuffBits & 7;
        int gray = modulo ^ modulo >>> 1;
        return gray << 1 | (Integer.bitCount(gray) & 1);
    }
}
