package dev.underpin.cloud.uptane;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** The four roles that every repository has (Uptane Standard 2.1.0, 5.1), and how long what they sign is valid. */
public enum Role {
    ROOT(365),
    TIMESTAMP(1),
    SNAPSHOT(7),
    TARGETS(7);

    private static final int RENEWED_AFTER = 7;

    private final Duration life;

    Role(int days) {
        this.life = Duration.ofDays(days);
    }

    /** The name in metadata and file names, such as {@code timestamp}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** From signing to expiry. */
    public Duration life() {
        return life;
    }

    /** Whether what was signed at {@code made} is to be signed anew: a seventh of its life has passed, or it is of the future. */
    boolean due(Instant made, Instant now) {
        return now.isBefore(made) || !now.isBefore(made.plus(life.dividedBy(RENEWED_AFTER)));
    }
}
