package dev.underpin.uds.server;

import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the diagnostic server may see and do of an ECU's fault memory (services 0x14, 0x19, 0x85). */
public interface FaultMemoryView {
    /** Status bits that the ECU supports (DTCStatusAvailabilityMask). */
    int availabilityMask();

    /** Every code that the ECU can set, with its current status, in a fixed order (sub-functions 01, 02 and 0A filter it). */
    List<DtcRecord> supported();

    /** Those of {@link #supported} of which a supported status bit is in {@code mask}. */
    default List<DtcRecord> matching(int mask) {
        int effective = mask & availabilityMask();
        return supported().stream()
                .filter(dtc -> (dtc.status() & effective) != 0)
                .toList();
    }

    /**
     * The code with its status.
     *
     * @throws NegativeResponse 0x31 when the ECU cannot set it
     */
    default DtcRecord known(int code) {
        return supported().stream()
                .filter(dtc -> dtc.code() == code)
                .findFirst()
                .orElseThrow(() -> new NegativeResponse(Nrc.OUT_OF_RANGE));
    }

    /** Stored snapshot records of a code, by record number; empty when none is stored. */
    List<Snapshot> snapshots(int code);

    /** Stored extended data records of a code, by record number. */
    List<ExtendedData> extendedData(int code);

    /** Clears a group (a code or {@link dev.underpin.uds.DtcCode#ALL}); refuses an unknown group with 0x31. */
    void clear(int group, Answer answer);

    /**
     * Clears a group in the memory of that selection (0x14 with a MemorySelection byte); refuses an unknown memory or group with
     * 0x31.
     */
    default void clear(int group, int memory, Answer answer) {
        FaultMemoryView other = selected(memory);
        if (other == null) {
            answer.negative(Nrc.OUT_OF_RANGE);
        } else {
            other.clear(group, answer);
        }
    }

    /** The user-defined memory of that selection (sub-functions 17, 18, 19), or null when there is none. */
    default @Nullable FaultMemoryView selected(int memory) {
        return null;
    }

    /** Codes of the permanent memory, which a clear leaves alone (sub-functions 15 and 55). */
    default List<DtcRecord> permanent() {
        return List.of();
    }

    /** Severity byte of a code: bits 7..5 as of annex D.3. */
    default int severity(int code) {
        return 0;
    }

    /** Maker's number of the functional unit that a code belongs to. */
    default int functionalUnit(int code) {
        return 0;
    }

    /** Fault detection counter of a code, -128..127. */
    default int detection(int code) {
        return 0;
    }

    /** The code that was the first or the latest since the last clear (sub-functions 0B to 0E), or null when there is none. */
    default @Nullable DtcRecord milestone(Milestone milestone) {
        return null;
    }

    /** Numbers of the extended data records that codes of this ECU can have. */
    default Set<Integer> extendedRecords() {
        return Set.of();
    }

    /** The codes of a functional group (33 emissions, D0 safety, FE all), or null when the ECU has not that group. */
    default @Nullable Set<Integer> group(int functionalGroup) {
        return null;
    }

    /** The readiness group of a code, 0 for none (sub-function 56). */
    default int readinessGroup(int code) {
        return 0;
    }

    /** Which code sub-functions 0B to 0E ask for. */
    enum Milestone {
        FIRST_FAILED,
        FIRST_CONFIRMED,
        LATEST_FAILED,
        LATEST_CONFIRMED
    }

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
