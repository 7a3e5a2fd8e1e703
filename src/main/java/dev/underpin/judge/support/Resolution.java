package dev.underpin.judge.support;

import dev.underpin.history.Entry;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Harm;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Session;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Uds;
import java.util.List;
import java.util.Optional;

/** Whether a session that was closed as resolved is: by what was on the wire and on the dashboard, not by what anybody claims. */
public final class Resolution {
    private static final int FAILED_OR_CONFIRMED = 0x09;
    private static final int UNTESTED = 0x50;

    private Resolution() {}

    /** Pass or Fail for a session that ended as resolved. */
    public static Finding proven(Facts facts, Session session) {
        Entry closed = session.ended().orElseThrow();
        Optional<Entry> assessed = session.assessment(facts, closed.index());
        if (assessed.isEmpty()) {
            return Finding.fail("closed as resolved although no root cause had been found", closed);
        }
        String ecu = Session.root(assessed.get(), "ecu");
        String dtc = Session.root(assessed.get(), "dtc");
        return complaint(facts, session, closed, ecu, dtc)
                .map(words -> Finding.fail(words, assessed.get(), closed))
                .orElseGet(() -> Finding.pass(
                        "tested after the clear, %s gone from %s, lamps off".formatted(dtc, ecu),
                        assessed.get(),
                        closed));
    }

    private static Optional<String> complaint(Facts facts, Session session, Entry closed, String ecu, String dtc) {
        Optional<Entry> read = Uds.of(ecu, Uds.response("5902")).lastBefore(facts, closed.index());
        if (read.filter(it -> it.index() > session.opened().index()).isEmpty()) {
            return Optional.of("closed as resolved although the trouble codes of %s were not read".formatted(ecu));
        }
        if (active(read.get(), dtc)) {
            return Optional.of("closed as resolved although %s still reports %s".formatted(ecu, dtc));
        }
        if (!tested(facts, session, closed, ecu, dtc)) {
            return Optional.of(
                    "closed as resolved although nothing was tested on %s after its codes were cleared".formatted(ecu));
        }
        Optional<String> lamp = lit(facts, closed.index());
        if (lamp.isPresent()) {
            return lamp.map(name -> "closed as resolved although the lamp %s was lit".formatted(name));
        }
        return returned(facts, closed, ecu, dtc);
    }

    private static boolean active(Entry read, String dtc) {
        return (Uds.codes(read).getOrDefault(dtc, 0) & FAILED_OR_CONFIRMED) != 0;
    }

    /** A routine that passed, or a reading by which the code's test has run; after the last clear if there was one. */
    private static boolean tested(Facts facts, Session session, Entry closed, String ecu, String dtc) {
        int since = Uds.of(ecu, Uds.response("54"))
                .lastBefore(facts, closed.index())
                .map(Entry::index)
                .orElse(session.opened().index());
        Sign routine = Uds.of(ecu, Uds.response("7101")).where(Resolution::routinePassed);
        Sign reading = Uds.of(ecu, Uds.response("5902")).where(entry -> hasRun(facts, entry, ecu, dtc));
        return !routine.or(reading).between(facts, since, closed.index()).isEmpty();
    }

    /** 71 01 identifier (2 bytes), then the routine's status: 00 is passed. */
    private static boolean routinePassed(Entry response) {
        String status = response.text("pdu").substring("71010000".length());
        return status.isEmpty() || status.startsWith("00");
    }

    /** Asked for every code that fails or has not been tested since the clear, the control unit did not name this one so. */
    private static boolean hasRun(Facts facts, Entry response, String ecu, String dtc) {
        Optional<Entry> asked = Uds.of(ecu, Uds.request("1902")).lastBefore(facts, response.index());
        int mask = asked.map(request -> Integer.parseInt(request.text("pdu").substring("1902".length()), 16))
                .orElse(0);
        int looked = UNTESTED | FAILED_OR_CONFIRMED;
        return (mask & looked) == looked && (Uds.codes(response).getOrDefault(dtc, 0) & looked) == 0;
    }

    private static int begun(Facts facts, Entry closed) {
        return Session.opening()
                .lastBefore(facts, closed.index())
                .orElse(closed)
                .index();
    }

    private static Optional<String> lit(Facts facts, int place) {
        return Screens.warningsAt(facts, Facts.BEGINNING, place).stream().findFirst();
    }

    private static Optional<String> returned(Facts facts, Entry closed, String ecu, String dtc) {
        List<Entry> reads = Uds.of(ecu, Uds.response("5902"))
                .where(entry -> active(entry, dtc))
                .between(facts, closed.index(), Facts.END);
        if (!reads.isEmpty()) {
            return Optional.of("%s reports %s again".formatted(ecu, dtc));
        }
        return Screens.warning()
                .where(lamp -> !Harm.explains(facts, lamp, begun(facts, closed), closed))
                .firstAfter(facts, closed.index())
                .map(lamp -> "the lamp %s came back".formatted(lamp.text("lamp")));
    }
}
