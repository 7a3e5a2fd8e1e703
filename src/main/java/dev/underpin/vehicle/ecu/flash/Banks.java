package dev.underpin.vehicle.ecu.flash;

import dev.underpin.time.Scheduler;
import dev.underpin.vehicle.ecu.table.FlashSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The program memory of one control unit: its slots, and the small flash in which the boot loader marks what is to start.
 *
 * @param slots {@code A} and {@code B}, or {@code bank} alone
 * @param marks the boot loader's marks
 */
public record Banks(Map<String, Flash> slots, Flash marks) {
    /** The name under which {@link #decorated} offers the marks. */
    public static final String MARKS = "marks";

    private static final int SECTOR = 64 * 1024;
    private static final int MARK_SECTOR = 4 * 1024;

    /** Memory as the table describes it, with {@code installed} in its first slot and nothing in the second. */
    public static Banks of(FlashSpec spec, Scheduler scheduler, Firmware installed) {
        FlashTiming timing = spec.cells() == FlashSpec.Cells.NOR ? FlashTiming.NOR : FlashTiming.EMMC;
        Map<String, Flash> slots = new LinkedHashMap<>();
        boolean two = spec.layout() == FlashSpec.Layout.AB;
        slots.put(two ? "A" : "bank", slot(spec, scheduler, timing, installed));
        if (two) {
            slots.put("B", slot(spec, scheduler, timing, Firmware.NONE));
        }
        Flash marks = new SectorFlash(scheduler, FlashTiming.NOR, 2 * MARK_SECTOR, MARK_SECTOR, Firmware.NONE);
        return new Banks(slots, marks);
    }

    private static Flash slot(FlashSpec spec, Scheduler scheduler, FlashTiming timing, Firmware contents) {
        return new SectorFlash(scheduler, timing, spec.slotBytes(), SECTOR, contents);
    }

    /** The same with a decorator around each flash, which gets the slot's name and the flash. */
    public Banks decorated(Decorator decorator) {
        Map<String, Flash> wrapped = new LinkedHashMap<>();
        slots.forEach((name, flash) -> wrapped.put(name, decorator.around(name, flash)));
        return new Banks(wrapped, decorator.around(MARKS, marks));
    }

    /** Puts something around a flash. */
    @FunctionalInterface
    public interface Decorator {
        /** What takes the place of {@code flash}, which is the slot of that name. */
        Flash around(String slot, Flash flash);
    }
}
