package dev.underpin.uds;

import java.util.List;
import java.util.stream.IntStream;

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

    private static final List<String> NAMES = List.of(
            "testFailed",
            "testFailedThisOperationCycle",
            "pendingDTC",
            "confirmedDTC",
            "testNotCompletedSinceLastClear",
            "testFailedSinceLastClear",
            "testNotCompletedThisOperationCycle",
            "warningIndicatorRequested");

    private DtcStatus() {}

    /** The standard's names of the bits that are set. */
    public static List<String> names(int status) {
        return IntStream.range(0, NAMES.size())
                .filter(bit -> (status >> bit & 1) != 0)
                .mapToObj(NAMES::get)
                .toList();
    }
}
