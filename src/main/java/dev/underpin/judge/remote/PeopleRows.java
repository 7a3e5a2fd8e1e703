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

/** Rows H1 to H4: people in front of screens that fail, and consent. */
final class PeopleRows {
    private static final long WATCHDOG = 10 * Nanos.SECOND;
    private static final long HALF_OPEN = 70 * Nanos.SECOND;
    private static final long WITHDRAWN = 2 * Nanos.SECOND;
    private static final long UNSENT = 20 * Nanos.SECOND;
    private static final Sign PRESSED = Screens.pressed("Diagnostics").or(Screens.pressedInVain("Diagnostics"));
    private static final Sign ALTERNATIVE = Screens.view("support.contact", "cluster");

    private PeopleRows() {}

    static List<Promise> all() {
        return List.of(
                RemoteRows.row(
                        "H1",
                        "the watchdog sees it, the alternate path is offered, no session stays half-open",
                        PeopleRows::unresponsive),
                RemoteRows.row(
                        "H2",
                        "the alternate path leads to a session, and its report names the infotainment as cause",
                        PeopleRows::dead),
                RemoteRows.row("H3", "there is one session with one consent", PeopleRows::once),
                RemoteRows.row(
                        "H4",
                        "without consent nothing is read; withdrawn, it stops within 2 s and the report says so",
                        PeopleRows::consent));
    }

    private static void unresponsive(Proof proof) {
        Entry fault = proof.last(Signs.FAULT);
        Entry press = proof.last(PRESSED);
        Entry offered = proof.first(ALTERNATIVE, fault.index());
        proof.within(WATCHDOG, fault, offered);
        proof.settled(press, HALF_OPEN);
        proof.never(Signs.OPENING, fault.index(), Facts.END);
        proof.never(Uds.examination(), fault.index(), Facts.END);
    }

    private static void dead(Proof proof) {
        Entry vain = proof.last(Screens.pressedInVain("Diagnostics"));
        Session session = proof.session();
        proof.that(session.opened().index() > vain.index(), "the session is older", session.opened());
        Entry end = proof.end(session);
        String root =
                Http.response(end).path("assessment").path("root").path("ecu").asString("");
        proof.that(root.equals("IVI"), "the report names '%s' as the cause".formatted(root), end);
    }

    private static void once(Proof proof) {
        Session session = proof.session();
        proof.found(session.vehicle("PUT", "/snapshot").first(proof.facts()), "the read-out");
        proof.settled(session.opened(), HALF_OPEN);
        List<Entry> openings = Signs.OPENING.all(proof.facts());
        Set<String> consents = openings.stream()
                .map(entry -> Http.request(entry).path("consentId").asString(""))
                .collect(Collectors.toSet());
        proof.that(Session.all(proof.facts()).size() == 1, "there are several sessions", session.opened());
        proof.that(consents.size() == 1, "there are several consents: " + consents, session.opened());
    }

    private static void consent(Proof proof) {
        if (Signs.injected(proof.facts(), "withdraws-consent")) {
            withdrawn(proof);
            return;
        }
        Entry asked = proof.last(Screens.view("diag.consent", Screens.INFOTAINMENT));
        Entry refused = proof.first(Screens.view("diag.refused", Screens.INFOTAINMENT), asked.index());
        proof.that(refused.is("reason", "consent-refused"), "the reason told is " + refused.text("reason"), refused);
        proof.settled(refused, UNSENT);
        proof.never(Signs.OPENING, asked.index(), Facts.END);
        proof.never(Uds.examination(), asked.index(), Facts.END);
    }

    private static void withdrawn(Proof proof) {
        Entry withdrawal = proof.first(
                Http.done("app", "POST", "/app/v1/[^/]+/session-consent"),
                proof.last(Signs.fault("withdraws-consent")).index() - 1);
        proof.settled(withdrawal, UNSENT);
        List<Entry> asked = Uds.examination().between(proof.facts(), withdrawal.index(), Facts.END);
        if (!asked.isEmpty()) {
            proof.within(WITHDRAWN, withdrawal, asked.getLast());
        }
        proof.never(Signs.SNAPSHOT, withdrawal.index(), Facts.END);
        Entry inbox = proof.first(Http.done("desk", "GET", "/desk/v1/inbox"), withdrawal.index());
        proof.that(
                inbox.text("response").contains("consent withdrawn"),
                "the report does not say that the consent was withdrawn",
                inbox);
    }
}
