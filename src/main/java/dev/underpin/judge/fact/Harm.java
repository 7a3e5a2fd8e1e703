package dev.underpin.judge.fact;

import dev.underpin.fault.FaultKind;
import dev.underpin.fault.Seam;
import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.time.Nanos;

/** What was done to the vehicle from outside, and how long it may still tell of it. */
public final class Harm {
    private static final long SETTLED = 10 * Nanos.SECOND;

    private Harm() {}

    /**
     * Whether something went wrong around the vehicle since a repair began and was not over, and settled, when a warning came: it may tell of
     * that. What was wrong with the vehicle's own parts before the repair ended explains nothing: to mend that is what a repair is for.
     *
     * @param begun place of the repair's beginning
     * @param repaired its end
     */
    public static boolean explains(Facts facts, Entry warning, int begun, Entry repaired) {
        return facts.between(begun, warning.index(), Kind.FAULT, fault -> fault.is("state", "injected")).stream()
                .filter(fault -> isAround(fault) || fault.index() > repaired.index())
                .anyMatch(fault -> !isOver(facts, fault, warning));
    }

    private static boolean isOver(Facts facts, Entry fault, Entry warning) {
        return facts.between(fault.index(), warning.index(), Kind.FAULT, it -> it.is("state", "healed")).stream()
                .anyMatch(healed -> warning.at() - healed.at() > SETTLED
                        && healed.is("fault", fault.text("fault"))
                        && healed.is("target", fault.text("target")));
    }

    private static boolean isAround(Entry fault) {
        return FaultKind.named(fault.text("fault"))
                .filter(kind -> kind.seam() != Seam.PLANT)
                .isPresent();
    }
}
