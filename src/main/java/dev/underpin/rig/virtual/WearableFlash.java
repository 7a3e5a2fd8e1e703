package dev.underpin.rig.virtual;

import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.vehicle.ecu.flash.Firmware;
import dev.underpin.vehicle.ecu.flash.Flash;
import dev.underpin.vehicle.ecu.flash.FlashOutcome;
import java.util.function.Consumer;

/** Cells in front of which wear can be switched on: from then on nothing behind the first 256 KiB takes its charge. */
final class WearableFlash implements Flash {
    private static final int SOUND = 256 * 1024;

    private final Scheduler scheduler;
    private final Flash cells;
    private boolean worn;

    WearableFlash(Scheduler scheduler, Flash cells) {
        this.scheduler = scheduler;
        this.cells = cells;
    }

    void worn(boolean now) {
        worn = now;
    }

    @Override
    public int size() {
        return cells.size();
    }

    @Override
    public int sectorSize() {
        return cells.sectorSize();
    }

    @Override
    public void erase(int sector, Consumer<FlashOutcome> ended) {
        cells.erase(sector, ended);
    }

    @Override
    public void program(int address, byte[] data, Consumer<FlashOutcome> ended) {
        if (worn && address >= SOUND) {
            scheduler.after(Nanos.MILLISECOND, () -> ended.accept(FlashOutcome.WORN));
        } else {
            cells.program(address, data, ended);
        }
    }

    @Override
    public void read(int address, byte[] target, int offset, int length) {
        cells.read(address, target, offset, length);
    }

    @Override
    public void halt() {
        cells.halt();
    }

    @Override
    public long generation() {
        return cells.generation();
    }

    @Override
    public Firmware original() {
        return cells.original();
    }
}
