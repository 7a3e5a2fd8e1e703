package dev.underpin.can.database;

/** What the bits of a signal are, from SIG_VALTYPE_. */
public enum NumberFormat {
    /** A whole number, in two's complement if the signal is signed. */
    INTEGER,
    /** IEEE 754 binary32; the signal has 32 bits. */
    FLOAT,
    /** IEEE 754 binary64; the signal has 64 bits. */
    DOUBLE
}
