package dev.underpin.cloud.update;

/** Where a vehicle stands against what the director assigned to it. */
public enum SyncStatus {
    /** No signed report yet. */
    UNKNOWN,
    /** An offer is open and no report on it has come. */
    PENDING,
    /** An offer was begun and the vehicle has said nothing for a day. */
    SILENT,
    /** A signed report proves that every assigned image is the active one. */
    IN_SYNC,
    /** A signed report says that the update failed. */
    FAILED,
    /** A signed report shows other images than the assigned ones. */
    OUT_OF_SYNC
}
