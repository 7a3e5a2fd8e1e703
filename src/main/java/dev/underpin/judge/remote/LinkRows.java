package dev.underpin.judge.remote;

import dev.underpin.history.Entry;
import dev.underpin.judge.Promise;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Session;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Uds;
import dev.underpin.time.Nanos;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows C1 to C5: the connection between vehicle, cloud and console. */
final class LinkRows {
    private static final long ALIVE = 12 * Nanos.SECOND;
    private static final long GRACE = 15 * Nanos.SECOND;
    private static final long BUDGET = 150 * Nanos.SECOND;
    private static final long DELIVERED = 100 * Nanos.SECOND;
    private static final long LONGER = 3 * Nanos.SECOND / 2;
    private static final long TOKEN = 30 * Nanos.MINUTE;
    private static final int UNAUTHORIZED = 401;
    private static final Sign POLL = Http.asked("vehicle", "GET", "/vehicle/v1/[^/]+/sessions/[^/]+/commands");
    private static final Sign REFUSED = Screens.view("diag.refused", Screens.INFOTAINMENT);
    private static final Sign INTERRUPTED = Screens.view("diag.session", Screens.INFOTAINMENT)
            .where(view -> Screens.says(view, "interrupted"))
            .called("the sign that the connection is interrupted");
    private static final Sign REPORT = Screens.view("diag.report", Screens.INFOTAINMENT);
    private static final Sign EXTENDED = Uds.request("1003");
    private static final Sign ALIVE_SIGN = Uds.request("3E");
    private static final Map<String, String> TOLD =
            Map.of("503", "service-unavailable", "500", "service-unavailable", "429", "service-unavailable");

    private LinkRows() {}

    static List<Promise> all() {
        return List.of(
                RemoteRows.row(
                        "C1",
                        "refused before the session, resumed in it without a duplicate, control units let go, the report delivered once",
                        LinkRows::cut),
                RemoteRows.row(
                        "C2",
                        "the read-out arrives within its degraded budget, and a dead connection is noticed in time",
                        LinkRows::poor),
                RemoteRows.row(
                        "C3", "what comes twice or again is executed once or rejected, and noted", LinkRows::repeated),
                RemoteRows.row(
                        "C4", "tries keep apart, the user reads the cause in clear words", LinkRows::unavailable),
                RemoteRows.row(
                        "C4-token",
                        "the token is renewed before it is too old, the session goes on",
                        LinkRows::renewed),
                RemoteRows.row(
                        "C5",
                        "the session stays safe, and only who is entitled goes on with it",
                        LinkRows::handedOver));
    }

    private static void cut(Proof proof) {
        Entry down = proof.last(Signs.fault("link-down"));
        if (Signs.OPENING.first(proof.facts()).isEmpty()) {
            Entry refused = proof.first(REFUSED, down.index());
            proof.that(refused.is("reason", "no-connection"), "the reason told is " + refused.text("reason"), refused);
            return;
        }
        Session session = proof.session();
        Entry up = proof.first(Signs.HEALED, down.index());
        proof.that(Session.all(proof.facts()).size() == 1, "there are several sessions", session.opened());
        if (session.endPlace() < down.index()
                || Signs.CLOSE.lastBefore(proof.facts(), down.index()).isPresent()) {
            reported(proof, up);
        } else if (EXTENDED.lastBefore(proof.facts(), down.index()).isPresent()) {
            letGo(proof, down, up);
        } else {
            resumed(proof, session, down, up);
        }
    }

    private static void reported(Proof proof, Entry up) {
        proof.first(REPORT, up.index());
        proof.settled(up, DELIVERED);
        List<Entry> shown = REPORT.all(proof.facts());
        proof.that(shown.size() == 1, "the report was delivered %d times".formatted(shown.size()), up);
        proof.first(Http.done("vehicle", "POST", "/vehicle/v1/[^/]+/sessions/[^/]+/report/ack"), up.index());
    }

    private static void letGo(Proof proof, Entry down, Entry up) {
        proof.that(up.at() - down.at() > GRACE, "the cut was shorter than the time in question", down, up);
        List<Entry> late = ALIVE_SIGN.or(EXTENDED).between(proof.facts(), down.index(), up.index()).stream()
                .filter(entry -> entry.at() > down.at() + GRACE)
                .toList();
        proof.that(late.isEmpty(), "a control unit was kept in its session", down);
        String ecu =
                EXTENDED.lastBefore(proof.facts(), down.index()).orElseThrow().text("ecu");
        Entry back = proof.first(Uds.of(ecu, Uds.response("5001")), down.index());
        proof.within(GRACE, down, back);
    }

    private static void resumed(Proof proof, Session session, Entry down, Entry up) {
        proof.first(INTERRUPTED, down.index());
        Entry snapshot = proof.first(session.vehicle("PUT", "/snapshot"), up.index());
        proof.settled(snapshot, ALIVE);
        int arrived = session.vehicle("PUT", "/snapshot").all(proof.facts()).size();
        proof.that(arrived == 1, "the read-out arrived %d times".formatted(arrived), snapshot);
        proof.that(
                session.ended().isEmpty() || session.endPlace() > snapshot.index(),
                "the session ended before the read-out",
                snapshot);
    }

    private static void poor(Proof proof) {
        Entry fault = proof.last(Signs.FAULT);
        Session session = proof.session();
        if (fault.is("fault", "link-half-open")) {
            Entry noticed = proof.first(INTERRUPTED, fault.index());
            proof.within(ALIVE, fault, noticed);
            Entry suspended = proof.first(
                    session.desk("GET", "").where(view -> view.text("response").contains("\"suspended\"")),
                    fault.index());
            proof.within(ALIVE, fault, suspended);
        }
        Entry snapshot = proof.found(session.vehicle("PUT", "/snapshot").first(proof.facts()), "the read-out");
        proof.within(BUDGET, session.opened(), snapshot);
    }

    private static void repeated(Proof proof) {
        Entry fault = proof.last(Signs.FAULT);
        Entry command = proof.last(Signs.COMMAND);
        Entry result = proof.found(Signs.result(proof.facts(), command), "the result of the command");
        proof.settled(fault, ALIVE);
        proof.settled(result, ALIVE);
        int executed = Uds.request("3101")
                .between(proof.facts(), command.index(), Facts.END)
                .size();
        proof.that(executed == 1, "the command was executed %d times".formatted(executed), command);
        String id = Http.response(command).path("commandId").asString("");
        int accepted = Signs.results(id)
                .where(entry -> entry.text("response").contains("accepted"))
                .all(proof.facts())
                .size();
        Entry audit = proof.first(Signs.AUDIT, result.index());
        int noted = audit.text("response").split("\"command-result\"", -1).length - 1;
        proof.that(accepted <= 1 && noted == 1, "its result was taken %d times".formatted(noted), audit);
        if (fault.is("fault", "request-doubled")) {
            boolean rejected = audit.text("response").contains("credentials-replayed")
                    || audit.text("response").contains("command-result-repeated");
            proof.that(rejected, "that a request came again is not noted", audit);
        }
    }

    private static void unavailable(Proof proof) {
        Entry fault = proof.last(Signs.FAULT);
        if (fault.is("fault", "clock-wrong")) {
            Entry refused = proof.first(REFUSED, fault.index());
            proof.that(refused.is("reason", "clock-skew"), "the reason told is " + refused.text("reason"), refused);
            return;
        }
        String[] words = fault.text("target").split(" ");
        List<Entry> turned = Sign.of(
                        "exchanges that were turned away",
                        dev.underpin.history.Kind.HTTP,
                        entry -> entry.is("leg", "vehicle")
                                && entry.text("path").matches(words[0])
                                && entry.is("status", words[1]))
                .between(proof.facts(), fault.index(), Facts.END);
        if (POLL.first(proof.facts())
                .filter(poll -> poll.index() < fault.index())
                .isPresent()) {
            proof.settled(fault, BUDGET / 3);
            proof.that(turned.size() > 2, "only %d were turned away".formatted(turned.size()), fault);
            for (int i = 2; i < turned.size(); i++) {
                long before = turned.get(i - 1).at() - turned.get(i - 2).at();
                long now = turned.get(i).at() - turned.get(i - 1).at();
                proof.that(now >= Math.min(before, LONGER), "it was asked again at once", turned.get(i));
            }
            Session session = proof.session();
            proof.first(POLL.where(Http::succeeded), turned.getLast().index());
            proof.that(session.ended().isEmpty(), "the session ended", fault);
        } else {
            Entry refused = proof.first(REFUSED, fault.index());
            String expected = TOLD.getOrDefault(words[1], "");
            proof.that(refused.is("reason", expected), "the reason told is " + refused.text("reason"), refused);
            proof.that(turned.size() > 1, "it was tried only once", refused);
        }
    }

    private static void renewed(Proof proof) {
        proof.session();
        Session session = Session.all(proof.facts()).getFirst();
        proof.settled(session.opened(), TOKEN + ALIVE);
        Entry again = proof.first(Session.opening(), session.opened().index());
        proof.that(Session.all(proof.facts()).size() == 1, "it is another session", again);
        Entry late = proof.found(
                POLL.where(Http::succeeded)
                        .where(poll -> poll.at() > session.opened().at() + TOKEN)
                        .first(proof.facts()),
                "an exchange behind the life of the first token");
        boolean refused = POLL.where(poll -> Signs.status(poll) == UNAUTHORIZED)
                .first(proof.facts())
                .isPresent();
        proof.that(!refused, "a token was used that is too old", late);
        proof.that(session.ended().isEmpty(), "the session ended", late);
        proof.found(Signs.result(proof.facts(), Signs.COMMAND), "the result of the last command");
    }

    private static void handedOver(Proof proof) {
        Session session = proof.session();
        Entry stranger = proof.first(Signs.INTRUSION, session.opened().index());
        proof.that(Signs.status(stranger) == 409, "the other technician got " + Signs.status(stranger), stranger);
        Entry over = proof.first(session.desk("POST", "/hand-over"), stranger.index());
        Entry entitled = proof.first(Signs.INTRUSION, over.index());
        proof.that(Http.succeeded(entitled), "who has it now got " + Signs.status(entitled), entitled);
        Entry former =
                proof.first(Http.asked("desk", "POST", "/desk/v1/sessions/[^/]+/(commands|close)"), entitled.index());
        proof.that(Signs.status(former) == 409, "who gave it away got " + Signs.status(former), former);
        Entry audit = proof.first(Signs.AUDIT, former.index());
        Set<String> missing = new HashSet<>(List.of("session-handed-over", "access-refused"));
        missing.removeIf(action -> audit.text("response").contains("\"" + action + "\""));
        proof.that(missing.isEmpty(), "the log does not hold " + missing, audit);
    }
}
