package dev.underpin.can.bits;

/** The way back from bus-off: 128 times 11 recessive bits (ISO 11898-1:2015, 12.1.4.4). */
final class Recovery {
    private static final int SEQUENCE = 11;
    private static final int SEQUENCES = 128;

    private boolean begun;
    private int recessive;
    private int sequences;

    void reset() {
        begun = false;
    }

    void begin() {
        if (!begun) {
            begun = true;
            recessive = 0;
            sequences = 0;
        }
    }

    boolean begun() {
        return begun;
    }

    /** One more bit; whether it was the last one needed. */
    boolean over(int level) {
        if (!begun) {
            return false;
        }
        recessive = level == 1 ? recessive + 1 : 0;
        if (recessive < SEQUENCE) {
            return false;
        }
        recessive = 0;
        return ++sequences == SEQUENCES;
    }
}
