package dev.underpin.vehicle.ecu.flash;

/** How an operation on flash ended. */
public enum FlashOutcome {
    /** The cells read back as asked for. */
    DONE,
    /** Programming asked for ones where zeros are: the cells now hold the AND of old and new (NOR). */
    NOT_ERASED,
    /** The cells no longer take or let go their charge. */
    WORN
}
