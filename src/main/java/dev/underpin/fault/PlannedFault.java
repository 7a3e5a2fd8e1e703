package dev.underpin.fault;

/**
 * A fault, when it begins and how long it lasts.
 *
 * @param lasting nanoseconds of vehicle time until it heals; {@link #UNTIL_THE_END} when it heals with the plan
 * @param chance with which probability it happens at all, above 0, at most 1
 */
public record PlannedFault(Fault fault, Trigger when, long lasting, double chance) {
    /** It heals when the plan ends. */
    public static final long UNTIL_THE_END = 0;

    public PlannedFault {
        if (lasting < 0 || !(chance > 0 && chance <= 1)) {
            throw new IllegalArgumentException(
                    "lasting %d ns with the chance %s: expected a time from 0 on and a chance above 0, at most 1"
                            .formatted(lasting, chance));
        }
    }

    /** A fault that happens for sure. */
    public static PlannedFault of(Fault fault, Trigger when, long lasting) {
        return new PlannedFault(fault, when, lasting, 1);
    }

    /** It in words. */
    @Override
    public String toString() {
        return "%s %s".formatted(fault.kind(), fault.target()).strip();
    }
}
