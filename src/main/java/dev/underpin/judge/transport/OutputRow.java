package dev.underpin.judge.transport;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Promise;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Uds;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Row B11 of the diagnostics' fault catalogue: a session that runs out (S3) while support holds an output. */
final class OutputRow {
    private static final int DID = 4;
    private static final String TAKEN = "6F";
    private static final String SESSION = "62F186";
    private static final String DEFAULT = "01";

    private OutputRow() {}

    static Promise promise() {
        return new Promise("B11", "the control unit takes its output back, and the console is told", OutputRow::judged);
    }

    private static Finding judged(History history) {
        Facts facts = new Facts(history);
        Optional<Entry> fault = facts.lastBefore(Facts.END, Kind.FAULT, entry -> entry.is("state", "injected"));
        Optional<Entry> taken = fault.flatMap(
                it -> Uds.of(it.text("target"), Uds.response(TAKEN)).lastBefore(facts, it.index()));
        Optional<Entry> told = fault.flatMap(it -> Http.done("desk", "GET", "/desk/v1/sessions/[^/]+")
                .where(shown -> result(shown).isPresent())
                .firstAfter(facts, it.index()));
        if (taken.isEmpty() || told.isEmpty()) {
            return Finding.open("an output that is held when the fault comes, and its result at the console");
        }
        return complaint(facts, fault.get(), taken.get(), told.get())
                .map(words -> Finding.fail(words, fault.get(), told.get()))
                .orElseGet(() -> Finding.pass("it was taken back, and the console says so", taken.get(), told.get()));
    }

    private static Optional<String> complaint(Facts facts, Entry fault, Entry taken, Entry told) {
        String ecu = fault.text("target");
        String did = taken.text("pdu").substring(2, 2 + DID);
        String held = taken.text("pdu").substring(2 + DID + 2);
        Optional<Entry> session = Uds.of(ecu, Uds.response(SESSION)).lastBefore(facts, told.index());
        Optional<Entry> output = Uds.of(ecu, Uds.response("62" + did)).lastBefore(facts, told.index());
        if (session.isEmpty()
                || session.get().index() < fault.index()
                || !session.get().is("pdu", SESSION + DEFAULT)) {
            return Optional.of("%s is not known to be in its default session".formatted(ecu));
        }
        if (output.isEmpty()
                || output.get().index() < fault.index()
                || output.get().is("pdu", "62" + did + held)) {
            return Optional.of("output %s is still as support wanted it".formatted(did));
        }
        JsonNode result = result(told).orElseThrow();
        boolean lost = result.path("status").asString("").equals("failed")
                && result.path("vendor_code").asString("").equals("control-lost");
        return lost ? Optional.empty() : Optional.of("the console shows %s".formatted(result));
    }

    private static Optional<JsonNode> result(Entry shown) {
        return Http.response(shown)
                .path("commands")
                .valueStream()
                .filter(command -> command.path("kind").asString("").equals("control"))
                .map(command -> command.path("result"))
                .filter(JsonNode::isObject)
                .findFirst();
    }
}
