package dev.underpin.judge.fact;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.time.Nanos;

/** What was done to the vehicle from outside, and how long it may still tell of it. */
public final class Harm {
    private static final long SETTLED = 10 * Nanos.SECOND;

    private Harm() {}

    /**
     * Whether something went wrong since a repair began that was not over, and settled, when it ended: a warning may tell of that.
     *
     * @param begun place of the repair's beginning
     * @param repaired its end
     */
    public static boolean explains(Facts facts, Entry warning, int begun, Entry repaired) {
        return facts.between(begun, warning.index(), Kind.FAULT, fault -> fault.is("state", "injected")).stream()
                .anyMatch(fault ->
                        facts
                                .between(fault.index(), repaired.index(), Kind.FAULT, it -> it.is("state", "healed"))
                                .stream()
                                .noneMatch(healed -> warning.at() - healed.at() > SETTLED
                                        && healed.is("fault", fault.text("fault"))
                                        && healed.is("target", fault.text("target"))));
    }
}
