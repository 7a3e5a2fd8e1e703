package dev.underpin.judge.transport;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Session;
import dev.underpin.judge.fact.Uds;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The read-out of the last session, looked at for one control unit: the one that the last fault hit.
 *
 * @param ecu the control unit
 * @param fault the injection
 * @param opened the opening of the session
 * @param snapshot the exchange in which the desk got the read-out
 * @param row what it says of the control unit
 */
record UnitRead(Facts facts, String ecu, Entry fault, Entry opened, Entry snapshot, JsonNode row) {
    /** The read-out, once the desk has it. */
    static Optional<UnitRead> of(Facts facts) {
        Optional<Entry> fault = facts.lastBefore(Facts.END, Kind.FAULT, entry -> entry.is("state", "injected"));
        Optional<Session> session = Session.last(facts);
        if (fault.isEmpty() || session.isEmpty()) {
            return Optional.empty();
        }
        Entry opened = session.get().opened();
        String ecu = fault.get().text("target").split(" ")[0];
        return session.get()
                .vehicle("PUT", "/snapshot")
                .firstAfter(facts, opened.index())
                .flatMap(snapshot -> row(Http.request(snapshot), ecu)
                        .map(row -> new UnitRead(facts, ecu, fault.get(), opened, snapshot, row)));
    }

    private static Optional<JsonNode> row(JsonNode snapshot, String ecu) {
        return snapshot.path("ecus")
                .valueStream()
                .filter(row -> row.path("ecu").asString("").equals(ecu))
                .findFirst();
    }

    /** What another showing of a read-out says of the control unit; missing if nothing. */
    JsonNode rowIn(JsonNode shown) {
        return row(shown, ecu).orElseGet(MissingNode::getInstance);
    }

    String state() {
        return row.path("state").asString("");
    }

    String member(String name) {
        return row.path(name).asString("");
    }

    /** The requests to the control unit during the read-out. */
    List<Entry> requests() {
        return Uds.of(ecu, Uds.request("")).between(facts, opened.index(), snapshot.index());
    }

    /** What was heard of it during the read-out. */
    List<Entry> responses() {
        return Uds.of(ecu, Uds.response("")).between(facts, opened.index(), snapshot.index());
    }

    /** A control unit beside it that was not read although nothing is wrong with it. */
    Optional<String> neglected() {
        return Http.request(snapshot)
                .path("ecus")
                .valueStream()
                .filter(other -> !other.path("ecu").asString("").equals(ecu))
                .filter(other -> !other.path("state").asString("").equals("answered"))
                .findFirst()
                .map(other -> "%s is listed as %s although nothing is wrong with it"
                        .formatted(
                                other.path("ecu").asString(""),
                                other.path("state").asString("")));
    }

    /** How often a row of equal requests to the control unit was sent, the longest. */
    int mostRepeated() {
        int most = 0;
        int same = 0;
        String before = "";
        for (Entry request : requests()) {
            same = request.text("pdu").equals(before) ? same + 1 : 1;
            before = request.text("pdu");
            most = Math.max(most, same);
        }
        return most;
    }

    /** Nanoseconds from the first request to it until somebody else's turn came. */
    long turn() {
        List<Entry> requests = requests();
        if (requests.isEmpty()) {
            return 0;
        }
        long end = facts
                .between(
                        requests.getLast().index(),
                        snapshot.index(),
                        Kind.UDS,
                        entry -> entry.is("direction", "request")
                                && !entry.is("ecu", ecu)
                                && entry.text("pdu").equals("22F195"))
                .stream()
                .findFirst()
                .map(Entry::at)
                .orElse(snapshot.at());
        return end - requests.getFirst().at();
    }
}
