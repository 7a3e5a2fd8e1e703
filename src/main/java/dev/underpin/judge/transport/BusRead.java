package dev.underpin.judge.transport;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Session;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A read-out of the vehicle under a fault of a whole bus: interference or a node that babbles. */
final class BusRead {
    private static final Set<String> FAULTS = Set.of("bus-noise", "babbling-idiot");

    private BusRead() {}

    /** Whether the last fault hit a whole bus. */
    static boolean applies(History history) {
        return fault(new Facts(history))
                .filter(fault -> FAULTS.contains(fault.text("fault")))
                .isPresent();
    }

    /** Each control unit is read in whole or labelled, and those of the bus answer again when the fault is over. */
    static Finding judged(History history) {
        Facts facts = new Facts(history);
        Entry fault = fault(facts).orElseThrow();
        Optional<Entry> snapshot = Session.last(facts)
                .flatMap(session -> session.vehicle("PUT", "/snapshot")
                        .firstAfter(facts, session.opened().index()));
        Optional<Entry> healed = facts.firstAfter(fault.index(), Kind.FAULT, entry -> entry.is("state", "healed"));
        Optional<Entry> answer = healed.flatMap(it -> facts.firstAfter(
                it.index(),
                Kind.UDS,
                entry -> entry.is("direction", "response")
                        && entry.is("link", fault.text("target").split(" ")[0])));
        if (snapshot.isEmpty() || answer.isEmpty()) {
            return Finding.open("a read-out under a fault of the bus, and an answer on the bus when it is over");
        }
        return Http.request(snapshot.get())
                .path("ecus")
                .valueStream()
                .filter(row -> !told(row))
                .findFirst()
                .map(row -> Finding.fail("a partial result is not labelled: " + row, fault, snapshot.get()))
                .orElseGet(() -> Finding.pass("all are read or labelled, the bus is back", fault, answer.get()));
    }

    private static boolean told(JsonNode row) {
        boolean whole = row.path("state").asString("").equals("answered")
                && row.path("versions").isObject()
                && row.path("values").size() > 0;
        return whole || !row.path("error_code").asString("").isEmpty();
    }

    private static Optional<Entry> fault(Facts facts) {
        return facts.lastBefore(Facts.END, Kind.FAULT, entry -> entry.is("state", "injected"));
    }
}
