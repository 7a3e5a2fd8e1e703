package dev.underpin.rig.lease;

import java.time.Duration;
import java.time.Instant;

/**
 * Who has a bench, as the lease file writes it down.
 *
 * @param rig the bench
 * @param owner user name
 * @param host the machine's name
 * @param pid process id on that machine
 * @param since when the lease began
 * @param run what runs, such as a report's name
 */
public record Holder(String rig, String owner, String host, long pid, Instant since, String run) {
    private static final long MINUTES_SHOWN_TO = 120;

    /** Who, where and what for, in words that complete "is leased by ...". */
    public String told(Instant now) {
        return "%s on %s (pid %d), for %s, since %s (%s)".formatted(owner, host, pid, run, since, age(now));
    }

    private String age(Instant now) {
        Duration age = Duration.between(since, now);
        if (age.toSeconds() < 60) {
            return "%d s".formatted(Math.max(0, age.toSeconds()));
        }
        return age.toMinutes() < MINUTES_SHOWN_TO
                ? "%d min".formatted(age.toMinutes())
                : "%d h %d min".formatted(age.toHours(), age.toMinutesPart());
    }
}
