package dev.underpin.can.database;

import java.util.Arrays;

/** What the bits of a signal are, from SIG_VALTYPE_. */
public enum NumberFormat {
    /** A whole number, in two's complement if the signal is signed. */
    INTEGER(0),
    /** IEEE 754 binary32; the signal has 32 bits. */
    FLOAT(1),
    /** IEEE 754 binary64; the signal has 64 bits. */
    DOUBLE(2);

    private final int code;

    NumberFormat(int code) {
        this.code = code;
    }

    /** The number that stands for it in SIG_VALTYPE_. */
    int code() {
        return code;
    }

    /** The format with the number {@code code}, 0..2. */
    static NumberFormat of(int code) {
        return Arrays.stream(values())
                .filter(format -> format.code == code)
                .findFirst()
                .orElseThrow();
    }
}
