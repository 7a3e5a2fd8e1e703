package dev.underpin.rig.virtual;

import dev.underpin.fault.FlashFault;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.vehicle.ecu.flash.Banks;
import dev.underpin.vehicle.ecu.flash.FlashTiming;
import dev.underpin.vehicle.ecu.table.FlashSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the cells of program memories wear, rot and dawdle, and cuts the supply in the middle of their operations. */
final class FlashFaults {
    private final Scheduler scheduler;
    private final Map<String, Cells> memories = new LinkedHashMap<>();
    private final SupplyFaults supplies;

    FlashFaults(Scheduler scheduler, Map<String, Cells> memories, SupplyFaults supplies) {
        this.scheduler = scheduler;
        this.memories.putAll(memories);
        this.supplies = supplies;
    }

    /** Puts faulty cells in front of each flash of a control unit, marks included. */
    static Banks fitted(Scheduler scheduler, FlashSpec spec, Cells cells, Banks banks) {
        FlashTiming slots = spec.cells() == FlashSpec.Cells.NOR ? FlashTiming.NOR : FlashTiming.EMMC;
        return banks.decorated((slot, flash) -> {
            boolean marks = slot.equals(Banks.MARKS);
            return new FaultyFlash(scheduler, marks ? FlashTiming.NOR : slots, flash, cells, !marks);
        });
    }

    Runnable begin(FlashFault fault) {
        return switch (fault) {
            case FlashFault.FlashWorn it -> {
                Cells cells = memory(it.ecu());
                cells.wornFrom(Cells.BEHIND_THE_FIRST_BLOCKS);
                yield () -> cells.wornFrom(Integer.MAX_VALUE);
            }
            case FlashFault.FlashCut it -> cut(it);
            case FlashFault.FlashRot it -> memory(it.ecu()).rot(it.address(), it.bit());
            case FlashFault.FlashBadSector it -> {
                Cells cells = memory(it.ecu());
                cells.badSector(it.sector());
                yield () -> cells.badSector(Cells.NONE);
            }
            case FlashFault.FlashSlow it -> {
                Cells cells = memory(it.ecu());
                cells.slowness(it.factor());
                yield () -> cells.slowness(1);
            }
        };
    }

    private Runnable cut(FlashFault.FlashCut fault) {
        Cells cells = memory(fault.ecu());
        cells.inOperation(fault.operation(), () -> {
            Runnable back = supplies.limit(List.of(fault.ecu()), 0);
            scheduler.after(fault.millis() * Nanos.MILLISECOND, back);
        });
        return () -> cells.inOperation(Cells.NONE, () -> {});
    }

    private Cells memory(String ecu) {
        Cells cells = memories.get(ecu);
        if (cells == null) {
            throw new IllegalArgumentException("%s has no flash, only %s".formatted(ecu, memories.keySet()));
        }
        return cells;
    }
}
