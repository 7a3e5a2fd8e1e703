package dev.underpin.fault;

/** Faults of the cells of a control unit's program memory, and of the supply in the middle of an operation on them. */
public sealed interface FlashFault extends Fault {
    /** Behind the first 8 KiB the cells no longer take what is programmed. */
    record FlashWorn(String ecu) implements FlashFault {}

    /**
     * The control unit's supply is cut in the middle of an operation on its flash, the n-th (from 1) since the fault began, whatever
     * it is: erasing a sector, programming, marking; and is back so many milliseconds later.
     */
    record FlashCut(String ecu, int operation, int millis) implements FlashFault {}

    /** One bit of a slot reads back inverted, until its sector is erased. */
    record FlashRot(String ecu, int address, int bit) implements FlashFault {}

    /** The cells of one sector of each slot no longer take what is programmed. */
    record FlashBadSector(String ecu, int sector) implements FlashFault {}

    /** Operations take so many times as long. */
    record FlashSlow(String ecu, int factor) implements FlashFault {}
}
