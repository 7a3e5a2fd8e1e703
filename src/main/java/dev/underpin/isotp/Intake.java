package dev.underpin.isotp;

/** Which messages an endpoint begins to take (ISO 15765-2:2016, 9.8.3, leaves unexpected ones to the implementation). */
public enum Intake {
    /** None. */
    NOTHING,
    /** Those of a single frame. */
    SINGLE_FRAMES,
    /** All. */
    ALL
}
