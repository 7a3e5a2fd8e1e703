package dev.underpin.campaign.list;

import dev.underpin.vehicle.ecu.flash.Flash;
import dev.underpin.vehicle.ecu.flash.FlashAround;
import dev.underpin.vehicle.ecu.flash.FlashOutcome;
import java.util.function.Consumer;

/** A flash that counts its operations. */
record CountedFlash(Flash flash, Runnable count) implements FlashAround {
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
}
