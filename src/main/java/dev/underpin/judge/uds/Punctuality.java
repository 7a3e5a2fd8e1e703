package dev.underpin.judge.uds;

import dev.underpin.time.Nanos;
import java.util.Optional;

/**
 * When the responses of a control unit have to come (ISO 14229-2:2021 table 4): the first within P2, after response pending the next
 * within P2*, and two response pending no closer than 0.3 P2*.
 *
 * @param p2 nanoseconds
 * @param p2Star nanoseconds
 * @param transport nanoseconds that a message may need besides
 * @param transportPerByte and for each of its bytes
 */
public record Punctuality(long p2, long p2Star, long transport, long transportPerByte) {
    /** P2 50 ms and P2* 5 s, without anything between. */
    public static final Punctuality DIRECT =
            new Punctuality(50 * Nanos.MILLISECOND, 5 * Nanos.SECOND, Nanos.MILLISECOND, 0);

    /** The same with a bus between: its arbitration, and 4 kB/s at least. */
    public static final Punctuality ON_A_BUS =
            new Punctuality(50 * Nanos.MILLISECOND, 5 * Nanos.SECOND, 20 * Nanos.MILLISECOND, 250 * Nanos.MICROSECOND);

    private static final int LONG_MESSAGE = 1200;

    /** What came too late or too soon, in words; empty when nothing did. */
    public Optional<String> complaint(Exchange exchange) {
        long since = exchange.request().at();
        long limit = p2;
        boolean delayed = false;
        for (Message response : exchange.responses()) {
            long needed = response.at() - since;
            if (needed > limit + transport + response.length() * transportPerByte) {
                return Optional.of("%s came after %.1f ms, %d ms were allowed"
                        .formatted(response.words(), millis(needed), limit / Nanos.MILLISECOND));
            }
            if (delayed && response.pending() && needed < 3 * p2Star / 10 - transport) {
                return Optional.of("the tester was told to wait again after %.1f ms".formatted(millis(needed)));
            }
            delayed |= response.pending();
            since = response.at();
            limit = p2Star;
        }
        return Optional.empty();
    }

    /** Whether the time for the next response is over, however long it is. */
    public boolean over(Exchange exchange) {
        long since = exchange.responses().isEmpty()
                ? exchange.request().at()
                : exchange.responses().getLast().at();
        long limit = exchange.delayed() ? p2Star : p2;
        return exchange.until() > since + limit + transport + LONG_MESSAGE * transportPerByte;
    }

    private static double millis(long nanos) {
        return nanos / (double) Nanos.MILLISECOND;
    }
}
