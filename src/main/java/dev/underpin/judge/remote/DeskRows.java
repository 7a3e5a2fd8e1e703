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
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows O1 to O3: what stands beside a session: updates, appointments, reports. */
final class DeskRows {
    private static final long SHOWN = 10 * Nanos.SECOND;
    private static final Sign HEALTH = Http.done("vehicle", "POST", "/vehicle/v1/[^/]+/sessions/[^/]+/health");
    private static final Sign APPOINTMENT = Http.asked("desk", "POST", "/desk/v1/sessions/[^/]+/appointments");
    private static final Sign INBOX = Http.done("desk", "GET", "/desk/v1/inbox");
    private static final Sign RESULT = Screens.view("update.done").or(Screens.view("update.error"));

    private DeskRows() {}

    static List<Promise> all() {
        return List.of(
                RemoteRows.row("O1", "an update and a session are never under way together", DeskRows::apart),
                RemoteRows.row(
                        "O2",
                        "another slot or try is offered, and no appointment is shown that there is not",
                        DeskRows::real),
                RemoteRows.row(
                        "O3",
                        "the report is kept and flagged until the user has it, and nothing else is claimed",
                        DeskRows::kept));
    }

    private static void apart(Proof proof) {
        Entry erase = proof.first(Uds.erase(), Facts.BEGINNING);
        Entry press = proof.last(Screens.pressed("Diagnostics").or(Screens.pressed("Contact Support")));
        if (press.index() > erase.index()) {
            Entry refused = proof.first(Screens.view("diag.refused", Screens.INFOTAINMENT), press.index());
            proof.that(refused.is("reason", "busy-updating"), "the reason told is " + refused.text("reason"), refused);
        } else {
            Entry end = proof.end(proof.session());
            proof.that(end.index() < erase.index(), "the session had not ended", erase, end);
            String reason = Http.request(end).path("reason").asString("");
            proof.that(reason.contains("update"), "the reason told is " + reason, end);
        }
        Entry outcome = proof.first(RESULT, erase.index());
        proof.never(HEALTH.or(Signs.OPENING).or(Signs.SNAPSHOT), erase.index(), outcome.index());
    }

    private static void real(Proof proof) {
        List<Entry> asked = APPOINTMENT.all(proof.facts());
        Entry made = proof.last(APPOINTMENT.where(Http::succeeded));
        proof.that(!Http.succeeded(asked.getFirst()), "the first wish was granted", made);
        for (Entry refused : asked.stream().filter(it -> !Http.succeeded(it)).toList()) {
            boolean offers = Signs.status(refused) >= 500
                    || Http.response(refused).path("alternatives").size() > 0;
            proof.that(offers, "no other slot is offered", refused);
        }
        Entry shown = proof.first(Screens.view("diag.appointment", Screens.INFOTAINMENT), made.index());
        proof.settled(shown, SHOWN);
        proof.never(Screens.view("diag.appointment"), Facts.BEGINNING, made.index());
        String start =
                Http.response(made).path("start").asString("").replace('T', ' ').replace("Z", " UTC");
        Set<String> times = Screens.view("diag.appointment").all(proof.facts()).stream()
                .map(view -> view.parts("text", " | ").getFirst())
                .collect(Collectors.toSet());
        proof.that(times.equals(Set.of("Time: " + start)), "shown are " + times, shown);
    }

    private static void kept(Proof proof) {
        Entry down = proof.last(Signs.fault("link-down"));
        Entry up = proof.first(Signs.HEALED, down.index());
        Session session = proof.session();
        Entry end = proof.end(session);
        proof.that(!session.outcome().equals("resolved"), "it is claimed to be resolved", end);
        List<Entry> looks = INBOX.between(proof.facts(), end.index(), up.index());
        Entry flagged = proof.found(looks.stream().findFirst(), "a look into the team's inbox");
        proof.that(flagged.text("response").contains("\"acknowledged\":false"), "it is not flagged", flagged);
        Entry acknowledged =
                proof.first(Http.done("vehicle", "POST", "/vehicle/v1/[^/]+/sessions/[^/]+/report/ack"), up.index());
        Entry settled = proof.first(INBOX, acknowledged.index());
        proof.that(settled.text("response").contains("\"acknowledged\":true"), "it is still flagged", settled);
        int shown = Screens.view("diag.report", Screens.INFOTAINMENT)
                .all(proof.facts())
                .size();
        proof.that(shown == 1, "it was delivered %d times".formatted(shown), settled);
    }
}
