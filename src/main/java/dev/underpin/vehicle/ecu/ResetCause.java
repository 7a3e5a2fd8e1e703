package dev.underpin.vehicle.ecu;

/** Why a control unit came out of reset; the text is the label in snapshots. */
enum ResetCause {
    POWER_ON("power on"),
    HARD_RESET("hard reset"),
    SOFT_RESET("soft reset"),
    WATCHDOG("watchdog");

    private final String label;

    ResetCause(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
