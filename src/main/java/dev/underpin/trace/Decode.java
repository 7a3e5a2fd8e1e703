package dev.underpin.trace;

/** What a trace takes apart. */
public enum Decode {
    SIGNALS,
    UDS,
    BOTH,
    NONE;

    boolean signals() {
        return this == SIGNALS || this == BOTH;
    }

    boolean uds() {
        return this == UDS || this == BOTH;
    }
}
