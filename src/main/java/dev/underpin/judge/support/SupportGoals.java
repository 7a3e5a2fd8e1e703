package dev.underpin.judge.support;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Checker;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Words;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Session;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Vehicle;
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The goals of remote diagnostics. */
public final class SupportGoals {
    private static final int ENOUGH = 5;
    private static final long LONGEST_GAP = 5 * Nanos.SECOND;
    private static final double CHARGE_TOLERANCE = 1;
    private static final Sign ANSWERED =
            Screens.pressed("Done").or(Screens.pressed("Not Possible")).called("the driver's answer");
    private static final Sign RESULT = Http.done("vehicle", "POST", "/vehicle/v1/[^/]+/sessions/[^/]+/results")
            .called("the result at the cloud");

    private SupportGoals() {}

    /** Clause id to checker. */
    public static Map<String, Checker> checkers() {
        return Map.of(
                "RD-G1",
                new ReadOut(),
                "RD-G2",
                SupportGoals::monitored,
                "RD-G3",
                Support.instructed()
                        .then(Support.AT_LEISURE, ANSWERED)
                        .then(Support.REAL_TIME, RESULT)
                        .where((facts, links) -> resultIsOfThatStep(links)));
    }

    private static Optional<String> resultIsOfThatStep(List<Entry> links) {
        String asked = Http.response(links.getFirst()).path("commandId").asString("");
        String told = Http.request(links.getLast()).path("commandId").asString("");
        return asked.equals(told)
                ? Optional.empty()
                : Optional.of("the result is of command %s, not of %s".formatted(told, asked));
    }

    private static Finding monitored(History history) {
        Facts facts = new Facts(history);
        return Session.last(facts)
                .map(session -> monitored(facts, session))
                .orElseGet(() -> Finding.open(Session.opening().words()));
    }

    private static Finding monitored(Facts facts, Session session) {
        List<Entry> beats = session.vehicle("POST", "/health")
                .between(facts, session.opened().index(), session.endPlace());
        Entry before = session.opened();
        for (Entry beat : beats) {
            if (beat.at() - before.at() > LONGEST_GAP) {
                return silence(before, beat);
            }
            before = beat;
        }
        long end = session.ended().map(Entry::at).orElseGet(facts::now);
        if (end - before.at() > LONGEST_GAP) {
            return silence(before);
        }
        if (beats.size() < ENOUGH) {
            return Finding.open("%d reports of the vehicle's health".formatted(ENOUGH), session.opened());
        }
        return beats.stream()
                .filter(beat -> !isTrue(facts, beat))
                .findFirst()
                .map(beat -> Finding.fail("the charge reported is not the vehicle's", beat))
                .orElseGet(() -> Finding.pass(
                        "%d reports of the vehicle's health".formatted(beats.size()),
                        beats.getFirst(),
                        beats.getLast()));
    }

    private static Finding silence(Entry... around) {
        return Finding.fail(
                "nothing was heard of the vehicle's health for more than " + Words.span(LONGEST_GAP), around);
    }

    private static boolean isTrue(Facts facts, Entry beat) {
        double told = Http.request(beat).path("soc").asDouble(Double.NaN);
        double real = facts.lastBefore(beat.index(), Kind.VEHICLE, any -> true)
                .flatMap(state -> state.number("soc"))
                .orElse(told);
        return Math.abs(told - real) <= CHARGE_TOLERANCE;
    }

    /** The control units that a read-out has to list: all that the vehicle has, but the one that reads. */
    static List<String> expected(Facts facts) {
        return Vehicle.controlUnits(facts).stream()
                .filter(ecu -> !ecu.equals("TCU"))
                .toList();
    }
}
