package dev.underpin.isotp.fault;

/** The kinds of protocol data units (ISO 15765-2:2016, 9.6.1). */
public enum FrameKind {
    /** SF. */
    SINGLE_FRAME(0),
    /** FF. */
    FIRST_FRAME(1),
    /** CF. */
    CONSECUTIVE_FRAME(2),
    /** FC. */
    FLOW_CONTROL(3);

    private final int code;

    FrameKind(int code) {
        this.code = code;
    }

    /** The upper half of the first byte of protocol control information. */
    int code() {
        return code;
    }
}
