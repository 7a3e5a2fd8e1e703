package dev.underpin.rig.virtual;

import dev.underpin.time.Scheduler;
import dev.underpin.vehicle.ecu.flash.Banks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a vehicle at which the rig can put in faults of the flash; the other seams are open anyway. */
final class FaultFitting {
    private final Scheduler scheduler;
    private final Map<String, List<WearableFlash>> flash = new LinkedHashMap<>();

    FaultFitting(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    Banks banks(String ecu, Banks banks) {
        return banks.decorated((slot, cells) -> {
            if (slot.equals(Banks.MARKS)) {
                return cells;
            }
            WearableFlash wearable = new WearableFlash(scheduler, cells);
            flash.computeIfAbsent(ecu, any -> new ArrayList<>()).add(wearable);
            return wearable;
        });
    }

    void worn(String ecu, boolean worn) {
        List<WearableFlash> slots = flash.getOrDefault(ecu, List.of());
        if (slots.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s has no flash that could wear, only %s".formatted(ecu, flash.keySet()));
        }
        slots.forEach(slot -> slot.worn(worn));
    }
}
