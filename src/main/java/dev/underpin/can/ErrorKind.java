package dev.underpin.can;

/** What a controller can find wrong with a frame (ISO 11898-1:2015, 10.11). */
public enum ErrorKind {
    /** A bit was read otherwise than it was sent. */
    BIT,
    /** Six equal bits where stuffing forbids them. */
    STUFF,
    /** The computed check sequence, or stuff count, is not the one received. */
    CRC,
    /** A bit of fixed form had the other value. */
    FORM,
    /** Nobody set the ACK slot. */
    ACK
}
