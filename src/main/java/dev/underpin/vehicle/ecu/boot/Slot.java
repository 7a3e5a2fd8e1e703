package dev.underpin.vehicle.ecu.boot;

import dev.underpin.vehicle.ecu.flash.Flash;
import dev.underpin.vehicle.ecu.flash.FlashListener;
import dev.underpin.vehicle.ecu.flash.FlashListener.Operation;
import dev.underpin.vehicle.ecu.flash.FlashOutcome;
import dev.underpin.vehicle.ecu.flash.ImageReader;
import dev.underpin.vehicle.ecu.flash.Inspection;
import java.security.PublicKey;
import java.util.function.Consumer;

/** One slot: its cells, what they hold, and who hears of operations on them. */
final class Slot {
    private final String name;
    private final Flash flash;
    private final ImageReader reader;
    private final FlashListener listener;

    Slot(String name, Flash flash, PublicKey makerKey, FlashListener listener) {
        this.name = name;
        this.flash = flash;
        this.reader = new ImageReader(flash, makerKey);
        this.listener = listener;
    }

    String name() {
        return name;
    }

    int size() {
        return flash.size();
    }

    int sectorSize() {
        return flash.sectorSize();
    }

    Inspection inspect() {
        return reader.inspect();
    }

    void erase(int sector, Consumer<FlashOutcome> ended) {
        flash.erase(sector, outcome -> {
            listener.operated(name, Operation.ERASE, flash.sectorSize());
            ended.accept(outcome);
        });
    }

    void program(int address, byte[] data, Consumer<FlashOutcome> ended) {
        flash.program(address, data, outcome -> {
            listener.operated(name, Operation.PROGRAM, data.length);
            ended.accept(outcome);
        });
    }

    void halt() {
        flash.halt();
    }
}
