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
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Rows B12 to B15 and I1 to I3: what the vehicle says of itself, and what its state forbids. */
final class VehicleRows {
    private static final int FAILED_OR_CONFIRMED = 0x09;
    private static final double LEAST_VOLTS = 11.8;
    private static final long AT_ONCE = 3 * Nanos.SECOND;
    private static final long STOPPED = Nanos.SECOND;
    private static final long RETURNED = 30 * Nanos.SECOND;
    private static final List<String> FORBIDDEN = List.of("routine", "reset", "clear");
    /** Either the gateway stops the routine, or the control unit has ended it early by itself: status 02 of the pump run. */
    private static final Sign STOPPED_EARLY =
            Uds.request("3102").or(Uds.response("7101020302")).called("an early end of the routine");

    private static final Sign DONE = Uds.response("7101").or(Uds.response("51")).or(Uds.response("54"));

    private VehicleRows() {}

    static List<Promise> all() {
        return List.of(
                RemoteRows.row(
                        "B12",
                        "a code that returns makes the outcome not resolved, and no report says resolved",
                        VehicleRows::returning),
                RemoteRows.row(
                        "B13", "a contradiction of lamp and code is shown as a finding", VehicleRows::contradicting),
                RemoteRows.row(
                        "B14", "the session ends itself before the 12 V battery is flat", VehicleRows::lowVoltage),
                RemoteRows.row("B15", "a session that only reads leaves no new code", VehicleRows::harmless),
                RemoteRows.row(
                        "I1", "what moves, resets or clears is refused, reading still works", VehicleRows::locked),
                RemoteRows.row("I2", "the routine stops within 1 s, and both sides are told", VehicleRows::interrupted),
                RemoteRows.row("I3", "the reset is refused", VehicleRows::locked));
    }

    private static void returning(Proof proof) {
        Entry close = proof.last(Signs.CLOSE);
        Entry fault = proof.first(Signs.FAULT, close.index());
        proof.settled(fault, RETURNED);
        List<Entry> told = Screens.view("diag.report").between(proof.facts(), close.index(), Facts.END);
        proof.that(
                told.stream().noneMatch(view -> Screens.says(view, "resolved")),
                "the report says that it is resolved",
                close);
    }

    private static void contradicting(Proof proof) {
        Session session = proof.session();
        Entry view = proof.first(
                session.desk("GET", "").where(it -> Http.response(it).has("snapshot")),
                session.opened().index());
        proof.that(Http.response(view).path("findings").size() > 0, "no finding is shown", view);
        Entry end = proof.end(session);
        proof.that(Http.response(end).path("findings").size() > 0, "the report holds no finding", end);
    }

    private static void lowVoltage(Proof proof) {
        Session session = proof.session();
        Entry low = proof.first(
                Sign.of(
                        "a low 12 V supply",
                        Kind.VEHICLE,
                        state -> state.number("volts12")
                                .filter(volts -> volts < LEAST_VOLTS)
                                .isPresent()),
                session.opened().index());
        Entry end = proof.end(session);
        String by = Http.request(end).path("by").asString("");
        proof.that(by.equals("low-voltage"), "the session was ended by " + by, end);
        proof.within(AT_ONCE, low, end);
        proof.first(Screens.view("diag.result"), low.index());
        proof.settled(end, AT_ONCE);
        proof.never(Uds.examination().where(it -> it.at() > end.at() + AT_ONCE), end.index(), Facts.END);
    }

    private static void harmless(Proof proof) {
        List<Session> sessions = Session.all(proof.facts());
        Session last = proof.session();
        proof.found(last.vehicle("PUT", "/snapshot").first(proof.facts()), "the read-out of the second session");
        proof.that(sessions.size() > 1, "there is no second read-out", last.opened());
        proof.that(Uds.intervention().all(proof.facts()).isEmpty(), "more than reading was done", last.opened());
        Set<String> before =
                codes(proof, sessions.getFirst().opened().index(), last.opened().index());
        Set<String> after = codes(proof, last.opened().index(), Facts.END);
        after.removeAll(before);
        proof.that(after.isEmpty(), "there are new codes: " + after, last.opened());
    }

    private static Set<String> codes(Proof proof, int from, int to) {
        Set<String> codes = new TreeSet<>();
        for (Entry read : Uds.response("5902").between(proof.facts(), from, to)) {
            for (Map.Entry<String, Integer> code : Uds.codes(read).entrySet()) {
                if ((code.getValue() & FAILED_OR_CONFIRMED) != 0) {
                    codes.add(read.text("ecu") + " " + code.getKey());
                }
            }
        }
        return codes;
    }

    private static void locked(Proof proof) {
        Entry last = proof.last(Signs.COMMAND);
        proof.found(Signs.result(proof.facts(), last), "the result of the last command");
        int refused = 0;
        for (Entry command : Signs.COMMAND.all(proof.facts())) {
            Entry result = proof.found(Signs.result(proof.facts(), command), "the result of a command");
            String kind = Http.request(command).path("kind").asString("");
            String status = Http.request(result).path("status").asString("");
            String code = Http.request(result).path("error_code").asString("");
            if (FORBIDDEN.contains(kind)) {
                boolean rightly = status.equals("refused") && code.equals("precondition-not-fulfilled");
                proof.that(rightly, "the %s was %s %s".formatted(kind, status, code), command, result);
                refused++;
            } else {
                proof.that(status.equals("done"), "the %s was %s %s".formatted(kind, status, code), command, result);
            }
        }
        proof.that(refused > 0, "nothing forbidden was asked for", last);
        proof.never(DONE, proof.session().opened().index(), Facts.END);
    }

    private static void interrupted(Proof proof) {
        Entry fault = proof.last(Signs.FAULT);
        Entry stop = proof.first(STOPPED_EARLY, fault.index());
        proof.within(STOPPED, proof.first(changed(), fault.index() - 1), stop);
        proof.first(Uds.of(stop.text("ecu"), Uds.response("5001")), stop.index());
        Entry result = proof.found(Signs.result(proof.facts(), Signs.COMMAND), "the result of the routine");
        String status = Http.request(result).path("status").asString("");
        proof.that(!status.equals("done"), "the desk is told that the routine is done", result);
        proof.first(Screens.view("diag.stopped").where(view -> view.is("screen", Screens.INFOTAINMENT)), stop.index());
    }

    private static Sign changed() {
        return Sign.of(
                "a change of the vehicle's state",
                Kind.ACTION,
                entry -> entry.flag("granted") && !entry.is("action", "stop"));
    }
}
