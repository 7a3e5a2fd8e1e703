package dev.underpin.can.log;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Checked arithmetic with moments: what no moment can be is wrong at a place. */
final class Moments {
    static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final String RANGE = "a time from 1970 to 2262";

    private Moments() {}

    /** Nanoseconds from 1970 to {@code time} in UTC; throws {@link ArithmeticException} when they need more than 64 bits. */
    static long of(LocalDateTime time) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, time.toInstant(ZoneOffset.UTC));
    }

    /** The moment {@code seconds} and a decimal {@code fraction} of up to 9 digits after {@code start}. */
    static long decimal(Place place, long start, String seconds, String fraction) {
        long nanos = Long.parseLong(fraction);
        for (int digit = fraction.length(); digit < 9; digit++) {
            nanos *= 10;
        }
        return plus(place, plus(place, start, scaled(place, Long.parseLong(seconds), NANOS_PER_SECOND)), nanos);
    }

    /** {@code units} times {@code factor}. */
    static long scaled(Place place, long units, long factor) {
        try {
            return Math.multiplyExact(units, factor);
        } catch (ArithmeticException overflow) {
            throw place.wrong(RANGE, Long.toUnsignedString(units) + " units");
        }
    }

    /** The sum, which is a moment. */
    static long plus(Place place, long start, long nanos) {
        long sum = start + nanos;
        if (sum < 0 || (nanos > 0 && sum < start)) {
            throw place.wrong(RANGE, "%d ns after %d ns".formatted(nanos, start));
        }
        return sum;
    }
}
