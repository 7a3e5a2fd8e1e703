package dev.underpin.vehicle.telematics.update;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** When a scheduled installation may start: two hours from the moment chosen, by default from 02:00 UTC. */
final class Window {
    private static final LocalTime USUAL = LocalTime.of(2, 0);
    private static final Duration LENGTH = Duration.ofHours(2);

    private Window() {}

    /** The next usual opening after {@code now}. */
    static Instant next(Instant now) {
        ZonedDateTime today = now.atZone(ZoneOffset.UTC).with(USUAL);
        return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
    }

    /** Whether the window that opened at {@code opens} is still open. */
    static boolean open(Instant opens, Instant now) {
        return !now.isBefore(opens) && now.isBefore(opens.plus(LENGTH));
    }
}
