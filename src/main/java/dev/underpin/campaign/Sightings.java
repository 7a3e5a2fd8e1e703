package dev.underpin.campaign;

import dev.underpin.fault.Fault;
import dev.underpin.fault.Phase;
import dev.underpin.fault.PlannedFault;
import dev.underpin.fault.Witness;
import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Which faults of a plan really were injected, and what was going on then. */
final class Sightings {
    private Sightings() {}

    /** A fault whose moment never came: it proves nothing. */
    static Broken missed(PlannedFault planned) {
        return new Broken("fault " + planned.fault().kind(), Verdict.VACUOUS, "its moment never came: " + planned);
    }

    /** Each fault that was injected, in order: its kind, and the phase that had begun last when it was first seen. */
    static List<RunResult.Met> met(History history) {
        List<RunResult.Met> met = new ArrayList<>();
        for (Entry entry : injected(history)) {
            met.add(new RunResult.Met(entry.text("fault"), phase(history, seen(history, entry))));
        }
        return met;
    }

    private static int seen(History history, Entry injected) {
        return Witness.of(Fault.of(injected)).seenIn(history, injected).stream()
                .flatMap(sighting -> sighting.records().stream())
                .mapToInt(Entry::index)
                .min()
                .orElse(injected.index());
    }

    private static String phase(History history, int before) {
        for (int i = before - 1; i >= 0; i--) {
            String begun =
                    Phase.begunBy(history.entries().get(i)).map(Phase::id).orElse("");
            if (!begun.isEmpty()) {
                return begun;
            }
        }
        return "start";
    }

    private static List<Entry> injected(History history) {
        return history.of(Kind.FAULT).stream()
                .filter(entry -> entry.is("state", "injected"))
                .toList();
    }
}
