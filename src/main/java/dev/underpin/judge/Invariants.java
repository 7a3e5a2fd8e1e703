package dev.underpin.judge;

import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.always.SupportInvariants;
import dev.underpin.judge.always.VehicleInvariants;
import dev.underpin.judge.uds.DiagnosticInvariants;
import dev.underpin.judge.update.UpdateInvariants;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What holds in every scenario, whatever it is about. */
final class Invariants {
    /** What control units owe everybody. The others are about the vehicle's own agents: a workshop's tester has its user's word. */
    private static final Set<String> WHOEVER_ASKS = Set.of("V12", "downgrade", "V10", "V13", "B12");

    private Invariants() {}

    static List<Promise> all() {
        List<Promise> all = new ArrayList<>();
        Stream.concat(UpdateInvariants.all().stream(), SupportInvariants.all().stream())
                .map(it -> WHOEVER_ASKS.contains(it.id()) ? it : ofTheAgents(it))
                .forEach(all::add);
        all.addAll(VehicleInvariants.all());
        all.addAll(DiagnosticInvariants.all());
        return all;
    }

    private static Promise ofTheAgents(Promise promise) {
        return new Promise(
                promise.id(),
                promise.text(),
                history -> workshop(history)
                        ? Finding.notRun("a workshop's tester asked as well")
                        : promise.checker().check(history));
    }

    private static boolean workshop(History history) {
        return history.of(Kind.ACTION).stream().anyMatch(entry -> entry.is("action", "workshop"));
    }
}
