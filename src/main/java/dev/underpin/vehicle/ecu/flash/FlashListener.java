package dev.underpin.vehicle.ecu.flash;

/** Hears of operations done on the flash of a control unit: for a recorder outside the vehicle. */
@FunctionalInterface
public interface FlashListener {
    /**
     * An operation was done.
     *
     * @param slot {@code A}, {@code B} or {@code bank}; of a mark, the slot that is marked to start
     * @param bytes bytes erased or programmed
     */
    void operated(String slot, Operation operation, int bytes);

    /** What was done. */
    enum Operation {
        /** A sector was erased. */
        ERASE,
        /** Bytes were programmed. */
        PROGRAM,
        /** The boot loader's mark was written: which slot starts, and how far it is trusted. */
        MARK
    }
}
