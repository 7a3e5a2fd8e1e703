package dev.underpin.vehicle.ecu.memory;

import dev.underpin.uds.DtcCode;
import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.server.Answer;
import dev.underpin.uds.server.FaultMemoryView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mirror memory: what was stored of each code when it was last confirmed. A clear of the primary memory leaves it alone; only a
 * clear of this memory by its own selection empties it.
 */
final class MirrorMemory implements FaultMemoryView {
    private static final int ALL_BITS = 0xFF;

    private final Map<Integer, Copy> copies = new LinkedHashMap<>();

    void keep(DtcRecord dtc, List<Snapshot> snapshots, List<ExtendedData> extendedData) {
        copies.put(dtc.code(), new Copy(dtc, snapshots, extendedData));
    }

    @Override
    public int availabilityMask() {
        return ALL_BITS;
    }

    @Override
    public List<DtcRecord> supported() {
        return copies.values().stream().map(Copy::dtc).toList();
    }

    @Override
    public List<Snapshot> snapshots(int code) {
        Copy copy = copies.get(code);
        return copy == null ? List.of() : copy.snapshots;
    }

    @Override
    public List<ExtendedData> extendedData(int code) {
        Copy copy = copies.get(code);
        return copy == null ? List.of() : copy.extendedData;
    }

    @Override
    public void clear(int group, Answer answer) {
        if (group == DtcCode.ALL) {
            copies.clear();
            answer.positive();
        } else if (copies.remove(group) != null) {
            answer.positive();
        } else {
            answer.negative(Nrc.OUT_OF_RANGE);
        }
    }

    @Override
    public void setting(boolean on) {
        throw new UnsupportedOperationException("service 0x85 is for the primary memory");
    }

    private record Copy(DtcRecord dtc, List<Snapshot> snapshots, List<ExtendedData> extendedData) {}
}
