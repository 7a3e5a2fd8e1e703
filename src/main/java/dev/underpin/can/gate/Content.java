package dev.underpin.can.gate;

import dev.underpin.can.CanFrame;

/**
 * What the first eight data bytes of a frame have to be: where {@code mask} has bits set, those of {@code value}. The first byte is the most
 * significant one. A frame without a byte that is asked for does not match.
 */
public record Content(long mask, long value) {
    /** Any data, or none. */
    public static final Content ANY = new Content(0, 0);

    private static final int BYTES = 8;

    /** In the data byte at {@code index}, 0..7, the bits set in {@code mask} are those of {@code value}. */
    public static Content of(int index, int mask, int value) {
        if (index < 0 || index >= BYTES || mask < 0 || mask > 0xFF) {
            throw new IllegalArgumentException(
                    "index %d and mask 0x%X: expected one of 0..7 and one of 0..0xFF".formatted(index, mask));
        }
        int shift = shift(index);
        return new Content((long) mask << shift, (long) (value & mask) << shift);
    }

    /** This and that. */
    public Content and(Content other) {
        return new Content(mask | other.mask, (value & mask) | (other.value & other.mask));
    }

    boolean matches(CanFrame frame) {
        for (int i = 0; i < BYTES; i++) {
            long asked = mask >>> shift(i) & 0xFF;
            if (asked != 0 && (i >= frame.length() || ((frame.at(i) ^ value >>> shift(i)) & asked) != 0)) {
                return false;
            }
        }
        return true;
    }

    private static int shift(int index) {
        return 8 * (BYTES - 1 - index);
    }
}
