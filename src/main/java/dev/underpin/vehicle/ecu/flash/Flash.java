package dev.underpin.vehicle.ecu.flash;

import java.util.function.Consumer;

/**
 * Cells that keep their contents without power: a run of equal sectors. Erasing makes every byte of a sector 0xFF, programming can
 * only turn ones into zeros. Both take vehicle time, one operation at a time. The seam at which worn cells and power cuts are put in.
 *
 * <p>Threading: the scheduler's thread.
 */
public interface Flash {
    /** Bytes in all, a multiple of {@link #sectorSize()}. */
    int size();

    /** Bytes of a sector. */
    int sectorSize();

    /** Erases a sector, from 0; {@code ended} gets the outcome. */
    void erase(int sector, Consumer<FlashOutcome> ended);

    /** Programs {@code data} from {@code address} on, within one sector or across several; {@code ended} gets the outcome. */
    void program(int address, byte[] data, Consumer<FlashOutcome> ended);

    /** Copies {@code length} bytes from {@code address} into {@code target} at {@code offset}; takes no time. */
    void read(int address, byte[] target, int offset, int length);

    /** Power is lost or the controller is reset: an operation at hand stops half done and its outcome is never told. */
    void halt();

    /** Changes with every operation that may have changed a cell: what was learnt from the contents holds while it stays. */
    long generation();

    /** The contents that this flash came with; they are still there if {@link #generation()} is 0. */
    Firmware original();
}
