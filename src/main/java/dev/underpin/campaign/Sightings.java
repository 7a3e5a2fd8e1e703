package dev.underpin.campaign;

import dev.underpin.fault.Fault;
import dev.underpin.fault.Phase;
import dev.underpin.fault.PlannedFault;
import dev.underpin.fault.Sighting;
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

    private static long seen(History history, Entry injected) {
        return Witness.of(Fault.of(injected))
                .seenIn(history, injected)
                .map(Sighting::at)
                .orElse(injected.at());
    }

    private static String phase(History history, long at) {
        String last = "start";
        for (Entry entry : history.entries()) {
            if (entry.at() >= at) {
                break;
            }
            last = Phase.begunBy(entry).map(Phase::id).orElse(last);
        }
        return last;
    }

    private static List<Entry> injected(History history) {
        return history.of(Kind.FAULT).stream()
                .filter(entry -> entry.is("state", "injected"))
                .toList();
    }
}
