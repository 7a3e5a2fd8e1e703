package dev.underpin.campaign.list;

import dev.underpin.vehicle.ecu.flash.Firmware;
import dev.underpin.vehicle.ecu.flash.Flash;
import dev.underpin.vehicle.ecu.flash.FlashOutcome;
import java.util.function.Consumer;

/** A flash that counts its operations. */
record CountedFlash(Flash flash, Runnable count) implements Flash {
    @Override
    public int size() {
        return flash.size();
    }

    @Override
    public int sectorSize() {
        return flash.sectorSize();
    }

    @Override
    public void erase(int sector, Consumer<FlashOutcome> ended) {
        count.run();
        flash.erase(sector, ended);
    }

    @Override
    public void program(int address, byte[] data, Consumer<FlashOutcome> ended) {
        count.run();
        flash.program(address, data, ended);
    }

    @Override
    public void read(int address, byte[] target, int offset, int length) {
        flash.read(address, target, offset, length);
    }

    @Override
    public void halt() {
        flash.halt();
    }

    @Override
    public long generation() {
        return flash.generation();
    }

    @Override
    public Firmware original() {
        return flash.original();
    }
}
