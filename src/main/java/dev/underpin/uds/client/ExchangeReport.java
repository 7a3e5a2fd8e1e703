package dev.underpin.uds.client;

import org.jspecify.annotations.Nullable;

/**
 * How one request went: what was said and when (the phases of ISO 14229-2:2021, clause 7). Times are nanoseconds of the scheduler's
 * time, {@link #NEVER} for what did not happen.
 *
 * @param request the request message
 * @param answer the positive answer; empty when none came
 * @param error why there is no positive answer, else null
 * @param asked when it was given to the client
 * @param begun when its first byte was given to the transport
 * @param sent when its last byte had left, of several sendings the last
 * @param reacted when the ECU first reacted to that: an answer, the first frame of one, or 0x78
 * @param ended when it was over
 * @param pendings how often the ECU asked to wait (0x78)
 * @param busies how often it was sent again because the ECU was busy (0x21, 0x94)
 * @param repeats how often it was sent again because it was lost or nothing answered it
 */
public record ExchangeReport(
        byte[] request,
        byte[] answer,
        @Nullable UdsError error,
        long asked,
        long begun,
        long sent,
        long reacted,
        long ended,
        int pendings,
        int busies,
        int repeats) {
    /** The time of what did not happen. */
    public static final long NEVER = -1;

    /** Nanoseconds from the last byte of the request to the first reaction, which P2 limits; {@link #NEVER} when one is missing. */
    public long reaction() {
        return sent == NEVER || reacted == NEVER ? NEVER : reacted - sent;
    }

    /** Nanoseconds from the first byte given to the transport to the end, {@link #NEVER} when it was never given. */
    public long whole() {
        return begun == NEVER ? NEVER : ended - begun;
    }
}
