package dev.underpin.judge.remote;

import dev.underpin.judge.Promise;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The rows of the diagnostics' catalogue of faults and attacks, by their ids: {@code diag-H1}. */
public final class RemoteRows {
    private RemoteRows() {}

    /** All of them that somebody judges. */
    public static List<Promise> all() {
        return Stream.of(PeopleRows.all(), LinkRows.all(), VehicleRows.all(), AttackRows.all(), DeskRows.all())
                .flatMap(List::stream)
                .toList();
    }

    static Promise row(String id, String expected, Consumer<Proof> demands) {
        return new Promise("diag-" + id, expected, Proof.of(demands));
    }
}
