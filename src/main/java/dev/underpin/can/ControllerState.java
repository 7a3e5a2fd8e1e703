package dev.underpin.can;

/** The fault confinement state of a controller (ISO 11898-1:2015, 12.1.4). */
public enum ControllerState {
    ERROR_ACTIVE,
    /** Still error-active, but one of the error counters has reached 96. */
    ERROR_WARNING,
    ERROR_PASSIVE,
    BUS_OFF;

    /** The value of either error counter from which a controller warns. */
    public static final int WARNING_FROM = 96;

    /** The value of either error counter from which a controller is error-passive. */
    public static final int PASSIVE_FROM = 128;

    /** A transmit error counter above this value takes the controller off the bus. */
    public static final int BUS_OFF_ABOVE = 255;
}
