package dev.underpin.uds.client;

import dev.underpin.time.Nanos;

/**
 * Times and limits of a tester (ISO 14229-2:2021, 7.2); times in nanoseconds.
 *
 * @param p2 how long the first answer may take after the request left
 * @param p2Star how long the next answer may take after a 0x78
 * @param pendingTotal how long 0x78 may go on in total
 * @param retryAfter pause before a request refused with 0x21 or 0x94 is repeated, at least 200 ms
 * @param retries how often it is repeated
 * @param repeats how often a request to read (0x22, 0x19) is sent again when it was lost or nothing answered it
 * @param s3 period of tester present
 */
public record ClientTiming(
        long p2, long p2Star, long pendingTotal, long retryAfter, int retries, int repeats, long s3) {
    /** Answer 1 s, after 0x78 6 s, 25 s in total; ten retries 200 ms apart, no repeats; tester present every 2 s. */
    public static final ClientTiming STANDARD = new ClientTiming(
            Nanos.SECOND, 6 * Nanos.SECOND, 25 * Nanos.SECOND, 200 * Nanos.MILLISECOND, 10, 0, 2 * Nanos.SECOND);

    /** The same, more or less patient with 0x78. */
    public ClientTiming pendingAtMost(long nanos) {
        return new ClientTiming(p2, p2Star, nanos, retryAfter, retries, repeats, s3);
    }

    /** The same with another time for the first answer; a gateway that carries long requests on to a slow bus needs more. */
    public ClientTiming answerWithin(long nanos) {
        return new ClientTiming(nanos, p2Star, pendingTotal, retryAfter, retries, repeats, s3);
    }

    /** The same, sending a request to read again so often (ISO 14229-2: a client repeats what got no answer). */
    public ClientTiming repeating(int times) {
        return new ClientTiming(p2, p2Star, pendingTotal, retryAfter, retries, times, s3);
    }
}
