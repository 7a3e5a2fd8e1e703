package dev.underpin.vehicle.telematics;

import dev.underpin.time.Nanos;

/**
 * How often and how patiently an exchange is repeated after a server error (5xx, 429) or trouble on the radio link. A refusal (other
 * 4xx) is final and never repeated.
 *
 * @param tries exchanges in all, the first included
 * @param first nanoseconds before the second try; each later pause is twice the one before
 * @param cap longest pause, nanoseconds
 */
public record BackOff(int tries, long first, long cap) {
    /** One try: the caller comes again by itself. */
    public static final BackOff NONE = new BackOff(1, 0, 0);

    /** For what a user waits for: six tries within half a minute. */
    public static final BackOff ATTENDED = new BackOff(6, Nanos.SECOND, 10 * Nanos.SECOND);

    /** Nanoseconds to wait after {@code failed} failed tries. */
    public long pause(int failed) {
        return Math.min(cap, first << Math.min(failed - 1, 20));
    }
}
