package dev.underpin.judge;

import dev.underpin.history.History;
import dev.underpin.judge.ota.OtaRows;
import dev.underpin.judge.ota.VehicleRows;
import dev.underpin.judge.remote.RemoteRows;
import dev.underpin.judge.transport.TransportRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Knows who decides each clause and each invariant. Stateless; any thread. */
public final class Judge {
    private final Map<String, Checker> checkers;
    private final List<Promise> invariants;
    private final List<Promise> rows = Stream.of(
                    TransportRows.all(), OtaRows.all(), VehicleRows.all(), RemoteRows.all())
            .flatMap(List::stream)
            .toList();

    /**
     * @param checkers clause id to checker
     * @param invariants what holds in every scenario
     */
    public Judge(Map<String, Checker> checkers, List<Promise> invariants) {
        this.checkers = Map.copyOf(checkers);
        this.invariants = List.copyOf(invariants);
    }

    /** The judge with every checker that Underpin has. */
    public static Judge standard() {
        return new Judge(Checkers.byClause(), Invariants.all());
    }

    /**
     * Judges one clause.
     *
     * @throws IllegalArgumentException if nobody decides that clause
     */
    public Finding judge(String clause, History history) {
        Checker checker = checkers.get(clause);
        if (checker == null) {
            throw new IllegalArgumentException("no checker decides clause " + clause);
        }
        return checker.check(history);
    }

    /** Whether somebody decides that clause. */
    public boolean decides(String clause) {
        return checkers.containsKey(clause);
    }

    /**
     * The invariant with that rule id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Promise invariant(String rule) {
        return invariants.stream()
                .filter(invariant -> invariant.id().equals(rule))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no invariant has the rule id " + rule));
    }

    /** The row of a catalogue of faults with that id, if somebody judges it. */
    public Optional<Promise> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** What holds in every scenario, whatever its tags. */
    public List<Promise> invariants() {
        return invariants;
    }
}
