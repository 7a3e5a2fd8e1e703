package dev.underpin.steps;

import dev.underpin.time.Nanos;

/** How long steps wait in vehicle time before they give up. */
final class Limits {
    /** A reaction of a screen or of the vehicle to a hand. */
    static final long REACTION = 30 * Nanos.SECOND;

    /** What comes over the radio link: a notification, an answer of the cloud. */
    static final long CLOUD = 3 * Nanos.MINUTE;

    /** A download. */
    static final long DOWNLOAD = 30 * Nanos.MINUTE;

    /** An installation with its restart and its health check. */
    static final long INSTALLATION = 40 * Nanos.MINUTE;

    /** A whole session of remote diagnostics. */
    static final long SESSION = 15 * Nanos.MINUTE;

    /** An installation with an hour without power in it. */
    static final long EVENING = 2 * Nanos.HOUR;

    /** Until the next scheduled window is over. */
    static final long NIGHT = 26 * Nanos.HOUR;

    /** For what has begun to come to its end after the last step. */
    static final long QUIET = 30 * Nanos.SECOND;

    private Limits() {}
}
