package dev.underpin.time;

import java.time.Instant;

/** The date on the wall: names report folders and dates report pages; nothing that is judged reads it. */
public final class WallClock {
    private WallClock() {}

    public static Instant now() {
        return Instant.now();
    }
}
