package dev.underpin.uds.server;

import dev.underpin.uds.DtcRecord;
import java.util.List;

/** What the diagnostic server may see and do of an ECU's fault memory (services 0x14, 0x19, 0x85). */
public interface FaultMemoryView {
    /** Status bits that the ECU supports (DTCStatusAvailabilityMask). */
    int availabilityMask();

    /** Every code that the ECU can set, with its current status, in a fixed order (sub-functions 01, 02 and 0A filter it). */
    List<DtcRecord> supported();

    /** Stored snapshot records of a code, by record number; empty when none is stored. */
    List<Snapshot> snapshots(int code);

    /** Stored extended data records of a code, by record number. */
    List<ExtendedData> extendedData(int code);

    /** Clears a group (a code or {@link dev.underpin.uds.DtcCode#ALL}); refuses an unknown group with 0x31. */
    void clear(int group, Answer answer);

    /** Service 0x85: whether status bits may change. The server switches it on again when it returns to the default session. */
    void setting(boolean on);

    /**
     * A snapshot record.
     *
     * @param number its record number, 01..FE
     */
    record Snapshot(int number, List<Value> values) {}

    /** One DID of a snapshot with the data it had. */
    record Value(int did, byte[] data) {}

    /**
     * An extended data record.
     *
     * @param number its record number, 01..FE
     */
    record ExtendedData(int number, byte[] data) {}
}
