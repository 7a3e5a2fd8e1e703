package dev.underpin.judge.always;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Promise;
import dev.underpin.judge.Words;
import dev.underpin.judge.fact.Attempt;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Harm;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Session;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Uds;
import dev.underpin.judge.fact.Vehicle;
import dev.underpin.time.Nanos;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What an update or a session of support leaves behind: nothing. */
final class Aftermath {
    private static final long SETTLED = 10 * Nanos.SECOND;
    private static final long REPORTED = 3 * Nanos.MINUTE;
    private static final int FAILED_OR_CONFIRMED = 0x09;
    private static final Sign MANIFEST = Http.asked("vehicle", "POST", "/vehicle/v1/[^/]+/manifest");

    private record Silence(String begun, String ended, String words) {}

    private static final List<Silence> SILENCES = List.of(
            new Silence("6803", "6800", "its communication switched off"),
            new Silence("C502", "C501", "its fault storage switched off"));

    private Aftermath() {}

    static List<Promise> promises() {
        return List.of(
                new Promise("V35", "the cloud gets a signed report after every attempt", Aftermath::reported),
                new Promise("V39", "after an update communication and fault storage are on again", Aftermath::restored),
                new Promise(
                        "GW-16", "an update or a session of support leaves no new trouble code", Aftermath::noNewCode),
                new Promise(
                        "no-lamp-while-healthy",
                        "after a repair or an update the vehicle drives without a warning",
                        Aftermath::drives));
    }

    private static Finding reported(History history) {
        Facts facts = new Facts(history);
        List<Attempt> over = Attempt.all(facts).stream()
                .filter(attempt -> attempt.end().isPresent())
                .toList();
        if (over.isEmpty()) {
            return Finding.notRun("no installation has ended");
        }
        Attempt last = over.getLast();
        Entry end = last.end().orElseThrow();
        return MANIFEST.firstAfter(facts, last.begin().index())
                .map(report -> Finding.pass("reported", last.begin(), report))
                .orElseGet(() -> facts.now() > end.at() + REPORTED
                        ? Finding.fail("the cloud got no report within " + Words.span(REPORTED), last.begin(), end)
                        : Finding.open(MANIFEST.words(), end));
    }

    private static Finding restored(History history) {
        Facts facts = new Facts(history);
        List<Attempt> over = Attempt.all(facts).stream()
                .filter(attempt -> attempt.end().isPresent())
                .toList();
        if (over.isEmpty()) {
            return Finding.notRun("no installation has ended");
        }
        Entry end = over.getLast().end().orElseThrow();
        Optional<String> left = SILENCES.stream()
                .flatMap(silence -> left(facts, silence).stream())
                .findFirst();
        if (left.isEmpty()) {
            return Finding.pass("all control units talk and note faults again", end);
        }
        return facts.now() > end.at() + SETTLED
                ? Finding.fail(left.get(), end)
                : Finding.open("an end of: " + left.get(), end);
    }

    /** A silence ends by its counterpart, by the default session, by a restart, or by itself when the session times out. */
    private static Optional<String> left(Facts facts, Silence silence) {
        Map<String, Entry> last = new HashMap<>();
        Uds.response(silence.begun()).all(facts).forEach(begun -> last.put(begun.text("ecu"), begun));
        return Vehicle.controlUnits(facts).stream()
                .flatMap(ecu -> Optional.ofNullable(last.get(ecu)).stream())
                .filter(begun -> !over(facts, begun.text("ecu"), begun, silence))
                .findFirst()
                .map(begun -> "%s was left with %s".formatted(begun.text("ecu"), silence.words()));
    }

    private static boolean over(Facts facts, String ecu, Entry begun, Silence silence) {
        Sign end = Uds.of(ecu, Uds.response(silence.ended()))
                .or(Uds.of(ecu, Uds.response("5001")))
                .or(Uds.of(ecu, Uds.response("51")))
                .or(Vehicle.boot(ecu));
        return end.firstAfter(facts, begun.index()).isPresent() || sessionTimedOut(facts, ecu, begun);
    }

    private static boolean sessionTimedOut(Facts facts, String ecu, Entry begun) {
        long last = Uds.request("")
                .where(entry -> entry.is("ecu", ecu) || entry.flag("functional"))
                .last(facts)
                .map(Entry::at)
                .orElse(begun.at());
        return facts.now() > last + SETTLED;
    }

    private static Finding noNewCode(History history) {
        Facts facts = new Facts(history);
        boolean harmed = !facts.all(Kind.FAULT, any -> true).isEmpty();
        if (harmed) {
            return Finding.notRun("faults were injected");
        }
        if (Session.all(facts).isEmpty() && Attempt.all(facts).isEmpty()) {
            return Finding.notRun("neither an installation nor a session of support");
        }
        for (String ecu : Vehicle.controlUnits(facts)) {
            List<Entry> reads = Uds.of(ecu, Uds.response("5902")).all(facts);
            if (reads.size() > 1) {
                Set<String> fresh = active(reads.getLast());
                fresh.removeAll(active(reads.getFirst()));
                if (!fresh.isEmpty()) {
                    return Finding.fail(
                            "%s has noted %s, which was not there before".formatted(ecu, fresh),
                            reads.getFirst(),
                            reads.getLast());
                }
            }
        }
        return Finding.pass("no new trouble code was read");
    }

    private static Set<String> active(Entry read) {
        Set<String> active = new TreeSet<>();
        for (Map.Entry<String, Integer> code : Uds.codes(read).entrySet()) {
            if ((code.getValue() & FAILED_OR_CONFIRMED) != 0) {
                active.add(code.getKey());
            }
        }
        return active;
    }

    private static boolean harmed(Facts facts, Entry repaired, Entry lamp) {
        int begun = Session.last(facts)
                .map(Session::opened)
                .or(() -> Screens.view("update.install").first(facts))
                .orElse(repaired)
                .index();
        return Harm.explains(facts, lamp, begun, repaired);
    }

    /** A lamp that was lit before the installation is none of the update's. */
    private static boolean litBeforeTheUpdate(Facts facts, Entry lamp) {
        return Session.last(facts).isEmpty()
                && Screens.view("update.install")
                        .first(facts)
                        .flatMap(begun -> Screens.warning()
                                .where(earlier -> earlier.is("lamp", lamp.text("lamp")))
                                .lastBefore(facts, begun.index()))
                        .isPresent();
    }

    private static Finding drives(History history) {
        Facts facts = new Facts(history);
        Optional<Entry> repaired = Session.last(facts)
                .filter(session -> session.outcome().equals("resolved"))
                .flatMap(Session::ended)
                .or(() -> Screens.view("update.done").last(facts));
        if (repaired.isEmpty()) {
            return Finding.notRun("nothing was repaired or updated");
        }
        Optional<Entry> lamp = Screens.warning()
                .where(it -> !harmed(facts, repaired.get(), it) && !litBeforeTheUpdate(facts, it))
                .firstAfter(facts, repaired.get().index());
        if (lamp.isPresent()) {
            return Finding.fail(
                    "the lamp %s warns again".formatted(lamp.get().text("lamp")), repaired.get(), lamp.get());
        }
        return Vehicle.moving()
                .firstAfter(facts, repaired.get().index())
                .map(moving -> Finding.pass("driven without a warning", repaired.get(), moving))
                .orElseGet(() -> Finding.notRun("the vehicle was not driven afterwards"));
    }
}
