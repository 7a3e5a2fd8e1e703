package dev.underpin.can.database;

/** In which order the bits of a signal lie in a frame. */
public enum ByteOrder {
    /** Intel: the start bit is the least significant one; significance grows with the bit number. */
    LITTLE_ENDIAN,
    /** Motorola: the start bit is the most significant one; significance falls through each byte, then into the next byte. */
    BIG_ENDIAN
}
