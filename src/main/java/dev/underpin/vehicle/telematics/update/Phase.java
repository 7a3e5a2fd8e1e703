package dev.underpin.vehicle.telematics.update;

import java.util.Locale;

/** Where an update stands; journaled. */
public enum Phase {
    /** No offer. */
    IDLE,
    /** Offered; the user has not chosen. */
    AVAILABLE,
    /** Chosen; eligibility, metadata and images are being fetched. */
    DOWNLOAD,
    /** All images are here; the user has not chosen to install. */
    DOWNLOADED,
    /** The images are being verified against metadata and vehicle. */
    PREPARE,
    /** Verified; the user has not confirmed. */
    CONFIRM,
    /** Waits for its time. */
    SCHEDULED,
    /** Control units are being programmed. */
    INSTALL,
    /** All programmed: the vehicle restarts and is examined. */
    RESTART,
    /** Something failed after programming began: the old software is being restored. */
    ROLLBACK,
    /** The new software runs. */
    DONE,
    /** Refused or failed; the user has been told why. */
    ERROR;

    /** The name in events to the cloud, such as {@code download}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether control units may be touched in this phase. */
    public boolean intrusive() {
        return this == INSTALL || this == RESTART || this == ROLLBACK;
    }
}
