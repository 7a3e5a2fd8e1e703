package dev.underpin.vehicle.ecu.memory;

import dev.underpin.uds.server.FaultMemoryView.Milestone;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which codes failed and were confirmed first and last since the last clear. */
final class Milestones {
    private final Map<Milestone, DtcEntry> reached = new EnumMap<>(Milestone.class);

    void failed(DtcEntry entry) {
        reached.putIfAbsent(Milestone.FIRST_FAILED, entry);
        reached.put(Milestone.LATEST_FAILED, entry);
    }

    void confirmed(DtcEntry entry) {
        reached.putIfAbsent(Milestone.FIRST_CONFIRMED, entry);
        reached.put(Milestone.LATEST_CONFIRMED, entry);
    }

    void cleared(DtcEntry entry) {
        reached.values().removeIf(entry::equals);
    }

    @Nullable
    DtcEntry at(Milestone milestone) {
        return reached.get(milestone);
    }
}
