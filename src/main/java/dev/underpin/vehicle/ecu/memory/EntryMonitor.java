package dev.underpin.vehicle.ecu.memory;

import static dev.underpin.uds.DtcStatus.CONFIRMED;
import static dev.underpin.uds.DtcStatus.TEST_FAILED;

import java.util.function.IntConsumer;

/** The monitor of one code: turns looks into the fault detection counter that it reports. */
record EntryMonitor(DtcEntry entry, IntConsumer report) implements Monitor {
    private static final int FAILED = 127;
    private static final int PASSED = -128;

    @Override
    public void prefailed() {
        report.accept(Math.max(entry.detection(), 0) + entry.spec().up());
    }

    @Override
    public void prepassed() {
        report.accept(Math.min(entry.detection(), 0) - entry.spec().down());
    }

    @Override
    public void failed() {
        report.accept(FAILED);
    }

    @Override
    public void passed() {
        report.accept(PASSED);
    }

    @Override
    public boolean isFailed() {
        return entry.has(TEST_FAILED);
    }

    @Override
    public boolean isConfirmed() {
        return entry.has(CONFIRMED);
    }
}
