package dev.underpin.judge.remote;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.judge.Promise;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Session;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Uds;
import dev.underpin.judge.fact.Vehicle;
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Rows S1 to S10: attacks from outside and from inside. */
final class AttackRows {
    private static final long SETTLED = 5 * Nanos.SECOND;
    private static final int MOST_COMMANDS = 30;
    private static final int DIDS = 16;
    private static final Set<String> READING = Set.of("10", "19", "22", "3E");
    private static final Sign HEALTH = Http.done("vehicle", "POST", "/vehicle/v1/[^/]+/sessions/[^/]+/health");

    private AttackRows() {}

    static List<Promise> all() {
        return List.of(
                RemoteRows.row(
                        "S1",
                        "who has the wrong certificate is turned away, and that is noted",
                        AttackRows::turnedAway),
                RemoteRows.row(
                        "S1-handshake",
                        "who cannot prove to be the cloud gets nothing from the vehicle, and the user is told",
                        AttackRows::noHandshake),
                RemoteRows.row(
                        "S2", "the token is refused, and the session goes on untouched", AttackRows::tokenRefused),
                RemoteRows.row("S3", "who has no right to it is refused, and that is noted", AttackRows::withoutRight),
                RemoteRows.row(
                        "S4",
                        "who came first keeps the session, and that somebody else tried is noted",
                        AttackRows::firstKept),
                RemoteRows.row("S5", "the wrong vehicle stops it before anything is read", AttackRows::wrongVehicle),
                RemoteRows.row("S6", "tries to unlock end in a delay, nothing is unlocked", AttackRows::locked),
                RemoteRows.row(
                        "S7",
                        "no more than reading reaches the vehicle, and no more often than a person asks",
                        AttackRows::scanned),
                RemoteRows.row(
                        "S8",
                        "reading beyond the fault stands out in the log and in the owner's list",
                        AttackRows::curious),
                RemoteRows.row(
                        "S9", "the log's chain holds, and any change of it shows where it is", AttackRows::chained),
                RemoteRows.row(
                        "S10",
                        "the text is shown word for word, and nothing of it is carried out",
                        AttackRows::verbatim));
    }

    private static void turnedAway(Proof proof) {
        Entry call = proof.last(Signs.INTRUSION);
        boolean refused = Signs.status(call) == 403 || !call.text("error").isEmpty();
        proof.that(refused, "the answer was " + Signs.status(call), call);
        noted(proof, call, "access-refused");
        proof.never(Signs.OPENING, call.index(), Facts.END);
    }

    /** No exchange of the vehicle was answered while somebody else stood at the other end. */
    private static void noHandshake(Proof proof) {
        Entry fault = proof.last(Signs.fault("impostor"));
        Entry press = proof.first(Screens.pressed("Diagnostics"), fault.index());
        Entry refused = proof.first(Screens.view("diag.refused", Screens.INFOTAINMENT), press.index());
        proof.that(refused.is("reason", "no-connection"), "the reason told is " + refused.text("reason"), refused);
        Entry failed = proof.first(
                Sign.of(
                        "a handshake that failed",
                        Kind.HTTP,
                        entry -> entry.is("leg", "vehicle")
                                && entry.text("error").contains("TLS")),
                fault.index());
        proof.never(
                Sign.of(
                        "an exchange with somebody else",
                        Kind.HTTP,
                        entry -> entry.is("leg", "vehicle")
                                && entry.text("response").contains("rogue")),
                fault.index(),
                Facts.END);
        proof.never(Signs.OPENING, failed.index(), Facts.END);
        proof.never(Uds.examination(), fault.index(), Facts.END);
    }

    private static void tokenRefused(Proof proof) {
        List<Entry> calls = Signs.INTRUSION.all(proof.facts());
        Entry last = proof.last(Signs.INTRUSION);
        for (Entry call : calls) {
            boolean refused = Signs.status(call) == 401 || Signs.status(call) == 403;
            proof.that(refused, "the answer was " + Signs.status(call), call);
        }
        untouched(proof, last);
    }

    private static void withoutRight(Proof proof) {
        Entry call = proof.last(Signs.INTRUSION);
        proof.that(Signs.status(call) == 403, "the answer was " + Signs.status(call), call);
        noted(proof, call, "access-refused");
        proof.settled(call, SETTLED);
        proof.never(Uds.intervention(), call.index(), Facts.END);
    }

    private static void firstKept(Proof proof) {
        Entry call = proof.last(Signs.INTRUSION);
        proof.that(Signs.status(call) == 409, "the answer was " + Signs.status(call), call);
        untouched(proof, call);
        Entry audit = proof.first(Signs.AUDIT, call.index());
        boolean noted = audit.text("response").contains("session-held")
                || audit.text("response").contains("session-active");
        proof.that(noted, "the log does not hold it", audit);
    }

    private static void untouched(Proof proof, Entry call) {
        Session session = proof.session();
        proof.settled(call, SETTLED);
        proof.first(session.vehicle("POST", "/health"), call.index());
        proof.that(session.ended().isEmpty(), "the session ended", call);
        Entry seen = proof.first(session.desk("GET", ""), call.index());
        String state = Http.response(seen).path("state").asString("");
        proof.that(state.equals("active"), "the session is " + state, seen);
        String technician = Http.response(seen).path("technician").asString("");
        proof.that(technician.isEmpty() || technician.equals("Alise"), "the session is " + technician + "'s", seen);
    }

    private static void noted(Proof proof, Entry call, String action) {
        Entry audit = proof.first(Signs.AUDIT, call.index());
        proof.that(audit.text("response").contains("\"" + action + "\""), "the log does not hold it", audit);
    }

    private static void wrongVehicle(Proof proof) {
        Entry press = proof.last(Screens.pressed("Diagnostics"));
        Entry refused = proof.first(Screens.view("diag.refused", Screens.INFOTAINMENT), press.index());
        proof.that(refused.is("reason", "vin-mismatch"), "the reason told is " + refused.text("reason"), refused);
        proof.settled(refused, SETTLED);
        proof.never(Signs.OPENING, press.index(), Facts.END);
        proof.never(Uds.examination(), press.index(), Facts.END);
    }

    private static void locked(Proof proof) {
        Entry fault = proof.first(Signs.FAULT, Facts.BEGINNING);
        Entry wrong = proof.first(Uds.response("7F2735"), fault.index());
        Entry many = proof.first(Uds.response("7F2736"), wrong.index());
        Entry delayed = proof.first(Uds.response("7F2737"), many.index());
        proof.settled(delayed, SETTLED);
        proof.never(Uds.response("6702"), fault.index(), Facts.END);
    }

    private static void scanned(Proof proof) {
        Session session = proof.session();
        List<Entry> asked =
                Http.asked("desk", "POST", "/desk/v1/sessions/[^/]+/commands").all(proof.facts());
        Entry last = proof.last(Http.asked("desk", "POST", "/desk/v1/sessions/[^/]+/commands"));
        long slowed = asked.stream().filter(entry -> Signs.status(entry) == 429).count();
        proof.that(slowed > 0, "nobody slowed it down", last);
        long taken = asked.stream().filter(Http::succeeded).count();
        proof.that(taken <= MOST_COMMANDS, "%d commands were taken".formatted(taken), last);
        proof.settled(last, 4 * SETTLED);
        List<Entry> requests =
                Uds.request("").between(proof.facts(), asked.getFirst().index(), Facts.END);
        requests.forEach(request -> proof.that(
                READING.contains(request.text("sid")), "the vehicle was asked " + request.text("pdu"), request));
        proof.that(
                requests.stream().filter(it -> it.is("sid", "22")).count() <= 2L * MOST_COMMANDS * DIDS,
                "the vehicle was asked %d times".formatted(requests.size()),
                last);
        for (String ecu : Vehicle.controlUnits(proof.facts())) {
            proof.never(Vehicle.boot(ecu), asked.getFirst().index(), Facts.END);
        }
        proof.first(HEALTH, last.index());
        proof.that(session.ended().isEmpty(), "the session ended", last);
    }

    private static void curious(Proof proof) {
        Entry read = proof.last(Signs.COMMAND);
        noted(proof, read, "access-unusual");
        Entry end = proof.end(proof.session());
        String ecu = Http.request(read).path("ecu").asString("");
        boolean listed = false;
        for (JsonNode access : Http.response(end).path("dataAccess")) {
            listed |= access.has("role") && access.path("ecus").toString().contains(ecu);
        }
        proof.that(listed, "the owner's list does not hold the read of " + ecu, end);
    }

    private static void chained(Proof proof) {
        Entry audit = proof.last(Signs.AUDIT);
        List<AuditChain.Link> links = AuditChain.read(Http.response(audit).path("entries"));
        proof.that(links.size() > 2, "the log holds only %d entries".formatted(links.size()), audit);
        proof.that(AuditChain.broken(links) < 0, "the chain breaks at " + AuditChain.broken(links), audit);
        for (int i = 0; i < links.size(); i++) {
            int changed = AuditChain.broken(AuditChain.changed(links, i));
            proof.that(changed == i, "a change of entry %d shows at %d".formatted(i, changed), audit);
        }
        for (int i = 0; i < links.size() - 1; i++) {
            int gap = AuditChain.broken(AuditChain.without(links, i));
            proof.that(gap == i, "a gap at entry %d shows at %d".formatted(i, gap), audit);
        }
        for (int i = 1; i < links.size(); i++) {
            proof.that(!links.get(i).at().isBefore(links.get(i - 1).at()), "the clock was turned back at " + i, audit);
        }
    }

    private static void verbatim(Proof proof) {
        Entry command = proof.last(Signs.COMMAND);
        String words = Http.request(command).path("text").asString("");
        Entry shown = proof.first(Screens.view("diag.guidance", Screens.INFOTAINMENT), command.index());
        proof.that(shown.text("text").contains(words), "shown is " + shown.text("text"), shown);
        Entry end = proof.end(proof.session());
        JsonNode steps = Http.response(end).path("steps");
        boolean kept = steps.valueStream()
                .anyMatch(step -> step.path("text").asString("").equals(words));
        proof.that(kept, "the report does not hold the words as they are", end);
        proof.never(Uds.intervention(), command.index(), Facts.END);
    }
}
