package dev.underpin.vehicle.ecu.memory;

import static dev.underpin.uds.DtcStatus.CLEARED;
import static dev.underpin.uds.DtcStatus.CONFIRMED;
import static dev.underpin.uds.DtcStatus.NOT_COMPLETED_SINCE_CLEAR;
import static dev.underpin.uds.DtcStatus.NOT_COMPLETED_THIS_CYCLE;
import static dev.underpin.uds.DtcStatus.PENDING;
import static dev.underpin.uds.DtcStatus.TEST_FAILED;
import static dev.underpin.uds.DtcStatus.TEST_FAILED_SINCE_CLEAR;
import static dev.underpin.uds.DtcStatus.TEST_FAILED_THIS_CYCLE;
import static dev.underpin.uds.DtcStatus.WARNING_INDICATOR;

import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.server.FaultMemoryView.Value;
import dev.underpin.vehicle.ecu.table.DtcSpec;
import java.util.List;

/** One trouble code: its status bits (ISO 14229-1:2020 annex D.2), its counters, and what was around it. */
final class DtcEntry {
    private static final int COUNTER_LIMIT = 255;

    private final DtcSpec spec;
    private int status = CLEARED;
    private int detection;
    private int failedCycles;
    private int occurrences;
    private int agedCycles;
    /** First and latest failure since it is stored, UTC in seconds. */
    private long firstAt;

    private long latestAt;
    private long storedOrder;
    private List<Value> first = List.of();
    private List<Value> latest = List.of();

    DtcEntry(DtcSpec spec) {
        this.spec = spec;
    }

    DtcSpec spec() {
        return spec;
    }

    int status() {
        return status;
    }

    DtcRecord record() {
        return new DtcRecord(spec.code(), status);
    }

    /** Whether the test ran in this cycle and never failed. */
    boolean passedThisCycle() {
        return !has(TEST_FAILED_THIS_CYCLE) && !has(NOT_COMPLETED_THIS_CYCLE);
    }

    boolean has(int bit) {
        return (status & bit) != 0;
    }

    /** Fault detection counter, -128..127. */
    int detection() {
        return detection;
    }

    void detection(int counter) {
        detection = Math.clamp(counter, -128, 127);
    }

    int occurrences() {
        return occurrences;
    }

    int agedCycles() {
        return agedCycles;
    }

    long firstAt() {
        return firstAt;
    }

    long latestAt() {
        return latestAt;
    }

    List<Value> first() {
        return first;
    }

    List<Value> latest() {
        return latest;
    }

    /** Whether something about it is in the memory that can be full. */
    boolean stored() {
        return storedOrder != 0;
    }

    long storedOrder() {
        return storedOrder;
    }

    /** Takes a place in the memory; {@code order} grows with each code that does. */
    void store(long order) {
        storedOrder = order;
    }

    /** A test ended with a failure; true if the one before had not. */
    boolean testFailed() {
        boolean news = !has(TEST_FAILED);
        boolean newInCycle = !has(TEST_FAILED_THIS_CYCLE);
        status |= TEST_FAILED | TEST_FAILED_THIS_CYCLE | TEST_FAILED_SINCE_CLEAR;
        status &= ~(NOT_COMPLETED_SINCE_CLEAR | NOT_COMPLETED_THIS_CYCLE);
        failedCycles += newInCycle ? 1 : 0;
        occurrences = Math.min(COUNTER_LIMIT, occurrences + (news ? 1 : 0));
        agedCycles = 0;
        return news || newInCycle;
    }

    /** Follows a failure that has its place in the memory: pending, and confirmed once enough cycles failed. */
    void escalate(List<Value> surroundings, long utcSeconds) {
        firstAt = firstAt == 0 ? utcSeconds : firstAt;
        latestAt = utcSeconds;
        status |= PENDING;
        latest = surroundings;
        if (failedCycles >= spec.confirmAfter()) {
            if (!has(CONFIRMED) || first.isEmpty()) {
                first = surroundings;
            }
            status |= CONFIRMED;
        }
        status |= has(CONFIRMED) && !spec.lamp().isEmpty() ? WARNING_INDICATOR : 0;
    }

    void testPassed() {
        status &= ~(TEST_FAILED | NOT_COMPLETED_SINCE_CLEAR | NOT_COMPLETED_THIS_CYCLE);
        status &= spec.latched() ? ~0 : ~WARNING_INDICATOR;
    }

    /** A cycle ended and a new one begins. */
    void nextCycle() {
        if (passedThisCycle()) {
            status &= ~PENDING;
            failedCycles = 0;
            age();
        }
        status &= ~TEST_FAILED_THIS_CYCLE;
        status |= NOT_COMPLETED_THIS_CYCLE;
        detection = 0;
    }

    /** Gives its place in the memory up; the bits that tell of tests stay. */
    void forget() {
        status &= ~(PENDING | CONFIRMED | WARNING_INDICATOR);
        failedCycles = 0;
        occurrences = 0;
        agedCycles = 0;
        firstAt = 0;
        latestAt = 0;
        storedOrder = 0;
        first = List.of();
        latest = List.of();
    }

    void clear() {
        forget();
        status = CLEARED;
        detection = 0;
    }

    private void age() {
        if (has(CONFIRMED)) {
            agedCycles++;
            if (agedCycles >= spec.agingCycles()) {
                forget();
            }
        } else {
            forget();
        }
    }
}
