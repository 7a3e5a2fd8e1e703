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
import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the driver of a vehicle under diagnosis is told, in the vehicle and in plain words. */
final class Courtesy {
    private static final long TOLD = 20 * Nanos.SECOND;
    private static final long SIGN_OUT = 15 * Nanos.SECOND;
    private static final int WARNING_REQUESTED = 0x80;
    private static final String SIGN = "diag.session";
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{5,}");
    private static final Pattern NEXT = Pattern.compile("(?i)appointment|contact|call|follow|none");

    private Courtesy() {}

    static List<Promise> promises() {
        return List.of(
                new Promise(
                        "HMI-01",
                        "the question for the data says which, what for and for how long, and takes a no",
                        Rule.forEach(
                                "question for the data",
                                Screens.view("diag.consent", Screens.INFOTAINMENT)::all,
                                Courtesy::uninformed)),
                new Promise(
                        "CS-10",
                        "a refusal of support says how it can be reached otherwise",
                        Rule.forEach(
                                "refusal",
                                Screens.view("diag.refused", Screens.INFOTAINMENT)::all,
                                Courtesy::unreachable)),
                new Promise(
                        "HMI-07", "the end of a session is told in the vehicle, with the next step", Courtesy::ended),
                new Promise("HMI-02-END", "when nobody is connected any more no sign says so", Courtesy::signGone),
                new Promise("ECU-06", "a code asks for a lamp exactly when one warns", Courtesy::lampsAgree));
    }

    private static Optional<String> uninformed(Facts facts, Entry question) {
        return Stream.of("Data:", "Purpose:", "Duration:")
                .filter(word -> !Screens.says(question, word))
                .findFirst()
                .map(word -> "the question does not tell: " + word)
                .or(() -> Screens.offers(question, "Don't Allow")
                        ? Optional.empty()
                        : Optional.of("the question cannot be answered with no"));
    }

    private static Optional<String> unreachable(Facts facts, Entry refusal) {
        String words = refusal.text("title") + " " + refusal.text("text");
        return PHONE.matcher(words).find() ? Optional.empty() : Optional.of("the refusal names no number to call");
    }

    private static Finding ended(History history) {
        Facts facts = new Facts(history);
        Optional<Session> session = Session.last(facts).filter(it -> it.ended().isPresent());
        if (session.isEmpty() || dark(facts)) {
            return Finding.notRun("no session has ended in a vehicle with a screen");
        }
        Entry end = session.get().ended().orElseThrow();
        Sign next = inTheVehicle("diag.result").or(inTheVehicle("diag.appointment"));
        Optional<Entry> told = next.firstAfter(facts, end.index())
                .or(() -> next.where(view -> NEXT.matcher(view.text("text")).find())
                        .lastBefore(facts, end.index())
                        .filter(it -> it.index() > session.get().opened().index()));
        Optional<Entry> appointed = Http.done("desk", "POST", "/desk/v1/sessions/[^/]+/appointments")
                .last(facts);
        boolean untold = appointed.isPresent()
                && inTheVehicle("diag.appointment")
                        .firstAfter(facts, appointed.get().index())
                        .isEmpty();
        if (told.isEmpty() || untold) {
            return facts.now() > end.at() + TOLD
                    ? Finding.fail("no screen of the vehicle told it within " + Words.span(TOLD), end)
                    : Finding.open("the end of the session on a screen of the vehicle", end);
        }
        return told.get().is("view", "diag.appointment")
                        || NEXT.matcher(told.get().text("text")).find()
                ? Finding.pass("told in the vehicle", end, told.get())
                : Finding.fail("the screen names no next step", end, told.get());
    }

    /** Whether the infotainment has lost its supply: then the app tells. */
    private static boolean dark(Facts facts) {
        return !facts.all(Kind.FAULT, entry -> entry.text("target").startsWith("IVI"))
                .isEmpty();
    }

    private static Sign inTheVehicle(String view) {
        return Screens.view(view).where(entry -> !entry.is("screen", Screens.APP));
    }

    private static Finding signGone(History history) {
        Facts facts = new Facts(history);
        Optional<Entry> end = Session.last(facts).flatMap(Session::ended);
        Optional<Entry> shown = inTheVehicle(SIGN).last(facts);
        if (end.isEmpty() || shown.isEmpty()) {
            return Finding.notRun("no session has ended that a screen showed");
        }
        String screen = shown.get().text("screen");
        Optional<Entry> gone =
                Screens.dismissed(SIGN, screen).firstAfter(facts, shown.get().index());
        if (gone.isPresent() || dark(facts)) {
            return Finding.pass("the sign has gone", end.get());
        }
        return facts.now() > end.get().at() + SIGN_OUT
                ? Finding.fail("the sign still says that somebody is connected", end.get(), shown.get())
                : Finding.open("the end of the sign", end.get());
    }

    private static Finding lampsAgree(History history) {
        Facts facts = new Facts(history);
        Optional<Entry> snapshot = Session.last(facts)
                .flatMap(session -> session.vehicle("PUT", "/snapshot")
                        .firstAfter(facts, session.opened().index()));
        if (snapshot.isEmpty()) {
            return Finding.notRun("the vehicle was not read out");
        }
        if (!facts.all(Kind.FAULT, fault -> fault.is("fault", "false-answer")).isEmpty()) {
            return Finding.notRun("somebody else answered in the name of a control unit");
        }
        int opened = Session.last(facts).orElseThrow().opened().index();
        List<Entry> reads = new ArrayList<>();
        for (String ecu : Vehicle.controlUnits(facts)) {
            List<Entry> read = Uds.of(ecu, Uds.response("5902"))
                    .between(facts, opened, snapshot.get().index());
            if (read.isEmpty() && !ecu.equals("TCU")) {
                return Finding.notRun(ecu + " did not tell its codes");
            }
            read.stream().reduce((earlier, later) -> later).ifPresent(reads::add);
        }
        boolean asked = reads.stream()
                .flatMap(read -> Uds.codes(read).values().stream())
                .anyMatch(status -> (status & WARNING_REQUESTED) != 0);
        List<String> before = Screens.warningsAt(facts, Facts.BEGINNING, opened);
        List<String> after =
                Screens.warningsAt(facts, Facts.BEGINNING, snapshot.get().index());
        if (asked && before.isEmpty() && after.isEmpty()) {
            return Finding.fail("a code asks for a lamp, and none warns", snapshot.get());
        }
        return !asked && !before.isEmpty() && before.equals(after)
                ? Finding.fail("%s warn, and no code asks for it".formatted(before), snapshot.get())
                : Finding.pass("codes and lamps agree", snapshot.get());
    }
}
