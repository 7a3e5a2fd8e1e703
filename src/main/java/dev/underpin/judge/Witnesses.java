package dev.underpin.judge;

import dev.underpin.fault.Fault;
import dev.underpin.fault.Sighting;
import dev.underpin.fault.Witness;
import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.List;
import java.util.Optional;

/** Whether every fault of a scenario was seen to happen: one that nobody saw proves nothing. */
public final class Witnesses {
    private Witnesses() {}

    /** For each fault that was injected: that its witness saw it. */
    public static List<Promise> of(History history) {
        return history.of(Kind.FAULT).stream()
                .filter(entry -> entry.is("state", "injected"))
                .map(Witnesses::promise)
                .toList();
    }

    private static Promise promise(Entry injected) {
        String fault = injected.text("fault");
        return new Promise("fault " + fault, "the fault that was asked for really happened", history -> {
            Optional<Sighting> seen = Witness.of(Fault.of(injected)).seenIn(history, injected);
            return seen.map(it -> Finding.pass(it.words()).by(it.records()))
                    .orElseGet(() ->
                            new Finding(Verdict.VACUOUS, "no witness saw the effect of the fault", List.of(injected)));
        });
    }
}
