package dev.underpin.vehicle.ecu.flash;

import java.util.function.Consumer;

/** A flash around another one: what it does not do itself the other does. */
public interface FlashAround extends Flash {
    /** The flash inside. */
    Flash flash();

    @Override
    default int size() {
        return flash().size();
    }

    @Override
    default int sectorSize() {
        return flash().sectorSize();
    }

    @Override
    default void erase(int sector, Consumer<FlashOutcome> ended) {
        flash().erase(sector, ended);
    }

    @Override
    default void program(int address, byte[] data, Consumer<FlashOutcome> ended) {
        flash().program(address, data, ended);
    }

    @Override
    default void read(int address, byte[] target, int offset, int length) {
        flash().read(address, target, offset, length);
    }

    @Override
    default void halt() {
        flash().halt();
    }

    @Override
    default long generation() {
        return flash().generation();
    }

    @Override
    default Firmware original() {
        return flash().original();
    }
}
