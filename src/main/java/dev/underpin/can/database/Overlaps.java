package dev.underpin.can.database;

/** What becomes of a file in which two signals that can be there together share a bit. */
public enum Overlaps {
    /** It is a mistake: a frame could not carry both. */
    REFUSED,
    /** It is read: some files describe the same bits twice, and frames can still be decoded with them. */
    ALLOWED
}
