package dev.underpin.defect;

import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.server.Answer;
import dev.underpin.uds.server.FaultMemoryView;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something in front of a fault memory that passes everything on. */
abstract class FaultsFront implements FaultMemoryView {
    private final FaultMemoryView real;

    FaultsFront(FaultMemoryView real) {
        this.real = real;
    }

    @Override
    public int availabilityMask() {
        return real.availabilityMask();
    }

    @Override
    public List<DtcRecord> supported() {
        return real.supported();
    }

    @Override
    public List<Snapshot> snapshots(int code) {
        return real.snapshots(code);
    }

    @Override
    public List<ExtendedData> extendedData(int code) {
        return real.extendedData(code);
    }

    @Override
    public void clear(int group, Answer answer) {
        real.clear(group, answer);
    }

    @Override
    public @Nullable FaultMemoryView selected(int memory) {
        return real.selected(memory);
    }

    @Override
    public List<DtcRecord> permanent() {
        return real.permanent();
    }

    @Override
    public int severity(int code) {
        return real.severity(code);
    }

    @Override
    public int functionalUnit(int code) {
        return real.functionalUnit(code);
    }

    @Override
    public int detection(int code) {
        return real.detection(code);
    }

    @Override
    public @Nullable DtcRecord milestone(Milestone milestone) {
        return real.milestone(milestone);
    }

    @Override
    public Set<Integer> extendedRecords() {
        return real.extendedRecords();
    }

    @Override
    public @Nullable Set<Integer> group(int functionalGroup) {
        return real.group(functionalGroup);
    }

    @Override
    public int readinessGroup(int code) {
        return real.readinessGroup(code);
    }

    @Override
    public void setting(boolean on) {
        real.setting(on);
    }
}
