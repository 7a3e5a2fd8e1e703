package dev.underpin.report;

import dev.underpin.judge.Verdict;

/** Whom a verdict blames. */
public enum Blame {
    NOBODY(""),
    NOT_RUN("Not run"),
    NOTHING_PROVED("Nothing proved"),
    VEHICLE("Vehicle failed"),
    RIG("Rig failed"),
    HARNESS("Harness failed");

    private final String category;

    Blame(String category) {
        this.category = category;
    }

    /** Whom that verdict blames. */
    public static Blame of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> NOBODY;
            case NOT_RUN -> NOT_RUN;
            case VACUOUS, INCONCLUSIVE -> NOTHING_PROVED;
            case FAIL -> VEHICLE;
            case RIG_ERROR -> RIG;
            case HARNESS_ERROR -> HARNESS;
        };
    }

    /** The heading under which the report gathers such scenarios; empty for those that passed. */
    public String category() {
        return category;
    }

    boolean isFailure() {
        return this == NOTHING_PROVED || this == VEHICLE;
    }

    boolean isError() {
        return this == RIG || this == HARNESS;
    }
}
