package dev.underpin.uds.server;

import dev.underpin.time.Nanos;

/**
 * Times and limits of a server (ISO 14229-2:2021 table 4); times in nanoseconds.
 *
 * @param think from a request's last byte to its being served
 * @param p2 longest time to the first response, told to the tester
 * @param p2Star longest time from one 0x78 to the next response, told to the tester
 * @param firstPending when the first 0x78 leaves, so that it arrives within {@code p2}
 * @param nextPending time between two 0x78, within 0.3 and 1 times {@code p2Star}
 * @param s3 idle time after which a session falls back to the default one
 * @param keyAttempts wrong keys until the server asks for a delay
 * @param keyDelay that delay
 */
public record ServerTiming(
        long think,
        long p2,
        long p2Star,
        long firstPending,
        long nextPending,
        long s3,
        int keyAttempts,
        long keyDelay) {

    /** P2 50 ms, P2* 5 s, S3 5 s; three keys, then 10 s. */
    public static final ServerTiming STANDARD = new ServerTiming(
            Nanos.MILLISECOND / 2,
            50 * Nanos.MILLISECOND,
            5 * Nanos.SECOND,
            40 * Nanos.MILLISECOND,
            4 * Nanos.SECOND,
            5 * Nanos.SECOND,
            3,
            10 * Nanos.SECOND);
}
