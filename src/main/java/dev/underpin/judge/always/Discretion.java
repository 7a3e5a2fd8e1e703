package dev.underpin.judge.always;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Promise;
import dev.underpin.judge.Words;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Session;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Uds;
import dev.underpin.judge.fact.Vehicle;
import dev.underpin.judge.support.Reports;
import dev.underpin.judge.support.Resolution;
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.Optional;

/** Support looks and acts only as far as the driver agreed and the state of the vehicle allows, visibly, and accounts for it. */
final class Discretion {
    private static final long GRACE = 15 * Nanos.SECOND;
    private static final long AT_ONCE = 3 * Nanos.SECOND;
    private static final long TOUCH_TAKES = 50 * Nanos.MILLISECOND;
    private static final long SIGN = 5 * Nanos.SECOND;

    private static final Sign AGREED = Screens.pressed("Allow")
            .or(Http.done("desk", "POST", "/desk/v1/calls"))
            .or(Http.done("app", "POST", "/app/v1/[^/]+/support-requests"))
            .called("an agreement of the driver");
    private static final Sign ENDED_BY_DRIVER = Screens.pressed("End Now").or(Screens.pressed("Don't Allow"));
    private static final Sign ENDED_BY_DESK = Http.done("desk", "POST", "/desk/v1/sessions/[^/]+/close");
    private static final Sign HEALTH = Http.done("vehicle", "POST", "/vehicle/v1/[^/]+/sessions/[^/]+/health");
    private static final Sign CALL_SIGN = Screens.view("diag.session");

    private Discretion() {}

    static List<Promise> promises() {
        return List.of(
                new Promise(
                        "CS-08",
                        "without the driver's agreement nothing is read, and nothing after it is withdrawn",
                        Rule.forEach(
                                "diagnostic request outside an update", Discretion::requests, Discretion::unagreed)),
                new Promise(
                        "GW-01",
                        "nothing is read before the car has said that it is the session's vehicle",
                        Rule.forEach("session", Session.opening()::all, Discretion::unidentified)),
                new Promise(
                        "GW-12", "while the vehicle moves nothing is moved, reset or cleared", Discretion::interlocked),
                new Promise(
                        "HMI-02",
                        "as long as somebody is connected the driver sees it and can end it",
                        Discretion::visible),
                new Promise(
                        "SC-05",
                        "resolved means tested, gone and dark",
                        Rule.forEachEndedSession(Discretion::resolved)),
                new Promise(
                        "CS-09",
                        "every ended session has one report, the same with user and team",
                        Rule.forEachEndedSession(Reports::delivered)));
    }

    /** What the update agent reads around an installation is the update's, not support's. */
    private static List<Entry> requests(Facts facts) {
        boolean updating = Screens.view("update.install").first(facts).isPresent();
        return updating ? List.of() : Uds.examination().all(facts);
    }

    private static Optional<String> unagreed(Facts facts, Entry request) {
        Optional<Entry> agreed = AGREED.lastBefore(facts, request.index());
        if (agreed.isEmpty()) {
            return Optional.of("%s was asked without the driver's agreement".formatted(request.text("ecu")));
        }
        int from = agreed.get().index();
        return late(facts, ENDED_BY_DRIVER, from, request, AT_ONCE)
                .or(() -> late(facts, ENDED_BY_DESK, from, request, GRACE))
                .map(end -> "%s was asked %s after the session had ended"
                        .formatted(request.text("ecu"), Words.span(request.at() - end.at())));
    }

    private static Optional<Entry> late(Facts facts, Sign end, int from, Entry request, long grace) {
        return end.where(entry -> !swallowed(facts, entry))
                .firstAfter(facts, from)
                .filter(entry -> entry.index() < request.index() && request.at() > entry.at() + grace);
    }

    /** A touch just before the infotainment goes dark, by its supply or a reset, has reached nobody. */
    private static boolean swallowed(Facts facts, Entry touch) {
        return touch.kind() == Kind.PRESS
                && facts
                        .between(
                                touch.index(),
                                Facts.END,
                                Kind.SCREEN,
                                view -> view.is("screen", Screens.INFOTAINMENT)
                                        && view.is("view", "home")
                                        && Screens.isDismissal(view))
                        .stream()
                        .anyMatch(dark -> dark.at() - touch.at() < TOUCH_TAKES);
    }

    private static Optional<String> unidentified(Facts facts, Entry opened) {
        int agreed = AGREED.lastBefore(facts, opened.index()).map(Entry::index).orElse(Facts.BEGINNING);
        Optional<Entry> identified = Uds.response("62F190").between(facts, agreed, opened.index()).stream()
                .findFirst();
        if (identified.isEmpty()) {
            return Optional.of("a session was opened although the car had not said which vehicle it is");
        }
        if (!Http.path(opened).contains("/" + Uds.ascii(identified.get()) + "/")) {
            return Optional.of(
                    "the car says that it is %s, the session is for another".formatted(Uds.ascii(identified.get())));
        }
        return Uds.request("19")
                        .between(facts, agreed, identified.get().index())
                        .isEmpty()
                ? Optional.empty()
                : Optional.of("trouble codes were read before the car had said which vehicle it is");
    }

    private static Finding interlocked(History history) {
        Facts facts = new Facts(history);
        List<Entry> asked = Http.asked("desk", "POST", "/desk/v1/sessions/[^/]+/commands")
                .where(entry -> List.of("routine", "reset", "clear")
                        .contains(Http.request(entry).path("kind").asString("")))
                .where(entry -> Vehicle.state(facts, entry.index())
                        .filter(Vehicle::moves)
                        .isPresent())
                .all(facts);
        for (Entry done : Uds.response("7101")
                .or(Uds.response("51"))
                .or(Uds.response("54"))
                .or(Uds.response("6F"))
                .all(facts)) {
            if (Vehicle.state(facts, done.index()).filter(Vehicle::moves).isPresent()) {
                return Finding.fail(
                        "%s was moved, reset or cleared while the vehicle moved".formatted(done.text("ecu")), done);
            }
        }
        return asked.isEmpty()
                ? Finding.notRun("support asked for nothing while the vehicle moved")
                : Finding.pass("nothing was done while the vehicle moved", asked.getLast());
    }

    private static Finding visible(History history) {
        Facts facts = new Facts(history);
        List<Entry> beats = HEALTH.all(facts);
        for (Entry beat : beats) {
            if (signs(facts, beat).isEmpty()) {
                return Finding.fail("somebody was connected, and no screen of the vehicle showed it", beat);
            }
        }
        Optional<Entry> bare = CALL_SIGN
                .where(view -> view.is("screen", Screens.INFOTAINMENT) && !Screens.offers(view, "End Now"))
                .first(facts);
        if (bare.isPresent()) {
            return Finding.fail("the sign of the connection has no button to end it", bare.get());
        }
        return beats.isEmpty()
                ? Finding.notRun("nobody was connected")
                : Finding.pass("shown at each of %d moments".formatted(beats.size()), beats.getLast());
    }

    /** Screens of the vehicle that show the call sign at the moment of {@code beat}, or did a moment ago. */
    private static List<String> signs(Facts facts, Entry beat) {
        return List.of(Screens.INFOTAINMENT, "cluster").stream()
                .filter(screen -> {
                    Optional<Entry> shown =
                            CALL_SIGN.where(view -> view.is("screen", screen)).lastBefore(facts, beat.index());
                    Optional<Entry> gone =
                            Screens.dismissed("diag.session", screen).lastBefore(facts, beat.index());
                    boolean stillShown = shown.isPresent()
                            && gone.filter(end -> end.index() > shown.get().index())
                                    .isEmpty();
                    return stillShown
                            || gone.filter(end -> beat.at() - end.at() <= SIGN).isPresent();
                })
                .toList();
    }

    private static Finding resolved(Facts facts, Session session) {
        return session.outcome().equals("resolved")
                ? Resolution.proven(facts, session)
                : Finding.notRun("not closed as resolved");
    }
}
