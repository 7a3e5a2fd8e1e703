package dev.underpin.vehicle.ecu;

/** Where a control unit stands between power and work. */
public enum EcuState {
    /** No supply, or too little. */
    OFF,
    /** Out of reset; silent for its boot time. */
    BOOTING,
    /** Its application runs. */
    APPLICATION,
    /** Only its boot loader runs. */
    BOOTLOADER
}
