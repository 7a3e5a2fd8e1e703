package dev.underpin.uds;

/** Bits of the status byte of a trouble code (ISO 14229-1:2020 annex D.2). */
public final class DtcStatus {
    public static final int TEST_FAILED = 0x01;
    public static final int TEST_FAILED_THIS_CYCLE = 0x02;
    public static final int PENDING = 0x04;
    public static final int CONFIRMED = 0x08;
    public static final int NOT_COMPLETED_SINCE_CLEAR = 0x10;
    public static final int TEST_FAILED_SINCE_CLEAR = 0x20;
    public static final int NOT_COMPLETED_THIS_CYCLE = 0x40;
    public static final int WARNING_INDICATOR = 0x80;

    /** The status after a clear. */
    public static final int CLEARED = NOT_COMPLETED_SINCE_CLEAR | NOT_COMPLETED_THIS_CYCLE;

    private DtcStatus() {}
}
