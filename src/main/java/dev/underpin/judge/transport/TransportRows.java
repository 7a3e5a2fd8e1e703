package dev.underpin.judge.transport;

import dev.underpin.judge.Promise;
import java.util.ArrayList;
import java.util.List;

/** The rows of the catalogues of faults that somebody judges, by their ids: {@code B4}, {@code T7}. */
public final class TransportRows {
    private TransportRows() {}

    /** All of them. */
    public static List<Promise> all() {
        List<Promise> all = new ArrayList<>(DiagnosticRows.all());
        all.add(OutputRow.promise());
        all.addAll(UpdateRows.all());
        return all;
    }
}
