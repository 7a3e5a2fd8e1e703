package dev.underpin.judge.support;

import static dev.underpin.judge.fact.Screens.INFOTAINMENT;
import static dev.underpin.judge.fact.Screens.view;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.judge.Chain;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Session;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Uds;
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.Optional;

/** Signs and chains that several promises of remote diagnostics share. */
final class Support {
    static final long AT_LEISURE = 26 * Nanos.HOUR;
    static final long CONNECTED = 60 * Nanos.SECOND;
    static final long READ = 5 * Nanos.MINUTE;
    static final long REAL_TIME = 10 * Nanos.SECOND;

    static final Sign BUTTON = Sign.of(
            "the touch of \"Diagnostics\" on the infotainment",
            Kind.PRESS,
            entry -> entry.is("button", "Diagnostics") && entry.is("screen", INFOTAINMENT));
    static final Sign BUTTON_IN_VAIN = Screens.pressedInVain("Diagnostics");
    /** The desk has the data as soon as the cloud has taken them: on slow buses it may look before the vehicle has the cloud's answer. */
    static final Sign SNAPSHOT = Http.done("vehicle", "PUT", "/vehicle/v1/[^/]+/sessions/[^/]+/snapshot")
            .or(Sign.of(
                    "the cloud's answer",
                    Kind.ANSWER,
                    entry -> entry.text("path").endsWith("/snapshot") && Http.succeeded(entry)))
            .called("the diagnostic data at the cloud");

    static final Sign ASSESSED = Http.done("desk", "GET", "/desk/v1/sessions/[^/]+")
            .where(entry -> !Session.root(entry, "ecu").isEmpty())
            .called("the root cause at the desk");
    static final Sign GUIDED = Http.done("desk", "POST", "/desk/v1/sessions/[^/]+/commands")
            .where(entry -> Http.request(entry).path("kind").asString("").equals("guidance"))
            .called("a guidance step of the desk");
    static final Sign APPOINTED =
            Http.done("desk", "POST", "/desk/v1/sessions/[^/]+/appointments").called("an appointment made by the desk");
    static final Sign GUIDANCE = view("diag.guidance");
    static final Sign APPOINTMENT = view("diag.appointment");

    private Support() {}

    /** The root cause that the desk names, against the fault that was injected. */
    static Optional<String> rootIsRight(Facts facts, List<Entry> links) {
        String named = Session.root(links.getLast(), "ecu");
        return facts.lastBefore(Facts.END, Kind.FAULT, entry -> entry.is("state", "injected"))
                .map(Support::culprit)
                .filter(culprit -> !culprit.isEmpty() && !culprit.equals(named))
                .map(culprit -> "the desk names %s as the root, but the fault is in %s".formatted(named, culprit))
                .or(() -> unheard(facts, named, Session.root(links.getLast(), "dtc")));
    }

    /** A root that no control unit has told. */
    private static Optional<String> unheard(Facts facts, String ecu, String code) {
        List<Entry> told = Uds.of(ecu, Uds.response("5902")).all(facts);
        boolean heard = told.stream().anyMatch(read -> Uds.codes(read).containsKey(code));
        return told.isEmpty() || heard || code.isEmpty()
                ? Optional.empty()
                : Optional.of("the desk names %s as the root, which %s has not told".formatted(code, ecu));
    }

    private static String culprit(Entry fault) {
        return switch (fault.text("fault")) {
            case "coolant-pump-clogged", "coolant-pump-worn" -> "THM";
            case "supply-cut" -> fault.text("target");
            default -> "";
        };
    }

    /** The vehicle identification number was read from the car before the session was opened, and is the session's. */
    static Optional<String> vinWasRead(Facts facts, List<Entry> links) {
        Entry opened = links.getLast();
        Optional<Entry> read = Uds.response("62F190")
                .lastBefore(facts, opened.index())
                .filter(entry -> entry.at() >= opened.at() - CONNECTED);
        if (read.isEmpty()) {
            return Optional.of("the vehicle identification number was not read from the car");
        }
        return Http.path(opened).contains("/" + Uds.ascii(read.get()) + "/")
                ? Optional.empty()
                : Optional.of(
                        "the session is for another vehicle than the car, which says it is " + Uds.ascii(read.get()));
    }

    /** What the driver reads is what the desk wrote. */
    static Optional<String> textIsTheDesks(Facts facts, List<Entry> links) {
        Entry shown = links.getLast();
        String text = Http.request(links.get(links.size() - 2)).path("text").asString("");
        return Screens.says(shown, text)
                ? Optional.empty()
                : Optional.of("the driver reads \"%s\" instead of \"%s\"".formatted(shown.text("text"), text));
    }

    /** From a guidance step of the desk to the driver's eyes, in real time. */
    static Chain instructed() {
        return Chain.from(GUIDED).then(REAL_TIME, GUIDANCE).where(Support::textIsTheDesks);
    }

    /** From an appointment made by the desk to the driver's eyes, with its time. */
    static Chain appointed() {
        return Chain.from(APPOINTED).then(CONNECTED, APPOINTMENT).where(Support::timeIsTold);
    }

    private static Optional<String> timeIsTold(Facts facts, List<Entry> links) {
        String start = Http.response(links.get(links.size() - 2)).path("start").asString("");
        String minute = start.length() < "yyyy-MM-ddTHH:mm".length()
                ? start
                : start.substring(0, "yyyy-MM-ddTHH:mm".length()).replace('T', ' ');
        return Screens.says(links.getLast(), minute)
                ? Optional.empty()
                : Optional.of("the driver is not told the time of the appointment, " + minute);
    }
}
