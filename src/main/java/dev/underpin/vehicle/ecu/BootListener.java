package dev.underpin.vehicle.ecu;

/** Hears a control unit come out of reset: for a recorder outside the vehicle. */
@FunctionalInterface
public interface BootListener {
    /** The boot loader has decided what runs. */
    void booted(Boot boot);

    /**
     * What runs now.
     *
     * @param ecu the control unit's name
     * @param from {@code application} or {@code bootloader}
     * @param slot the slot that the application runs from, {@code A} or {@code B}, or {@code bank}; empty without flash
     * @param version version of the software in that slot, or of the control unit when it cannot be flashed; empty if unreadable
     * @param sha256 64 lower-case hexadecimal digits over the signed image in that slot; empty if there is none
     * @param complete whether that image is whole and its signature true
     */
    record Boot(String ecu, String from, String slot, String version, String sha256, boolean complete) {}
}
