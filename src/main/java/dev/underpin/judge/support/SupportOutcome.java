package dev.underpin.judge.support;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.judge.Checker;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Words;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Session;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Signals;
import dev.underpin.time.Nanos;
import java.util.Map;
import java.util.Optional;

/** The postconditions of remote diagnostics. */
public final class SupportOutcome {
    private static final long TOLD = 60 * Nanos.SECOND;

    private static final Sign NEXT_STEPS = Screens.view("diag.result").or(Screens.view("diag.appointment"));

    private SupportOutcome() {}

    /** Clause id to checker. */
    public static Map<String, Checker> checkers() {
        return Map.of("RD-Q1", SupportOutcome::resolved, "RD-Q2", SupportOutcome::followedUp);
    }

    private static Finding resolved(History history) {
        Facts facts = new Facts(history);
        Optional<Session> session = ended(facts);
        if (session.isEmpty()) {
            return Finding.open("the end of the session");
        }
        Entry closed = session.get().ended().orElseThrow();
        if (!session.get().outcome().equals("resolved")) {
            return Finding.fail(
                    "the session ended as %s".formatted(session.get().outcome()), closed);
        }
        Finding proven = Resolution.proven(facts, session.get());
        if (!proven.passed()) {
            return proven;
        }
        if (Signals.on(facts, "VCU_DriveState", "DriveInhibit", Facts.END)) {
            return Finding.fail("the vehicle cannot be driven", closed);
        }
        return Reports.delivered(facts, session.get());
    }

    private static Finding followedUp(History history) {
        Facts facts = new Facts(history);
        Optional<Session> session = ended(facts);
        if (session.isEmpty()) {
            return Finding.open("the end of the session");
        }
        Entry end = session.get().ended().orElseThrow();
        if (session.get().outcome().equals("resolved")) {
            return Finding.fail("the session was closed as resolved", end);
        }
        Optional<Entry> told = NEXT_STEPS.firstAfter(facts, end.index());
        if (told.isEmpty()) {
            return facts.now() > end.at() + TOLD
                    ? Finding.fail("the driver was told no next step within " + Words.span(TOLD), end)
                    : Finding.open("the next steps on a screen", end);
        }
        if (Screens.says(told.get(), "resolved")) {
            return Finding.fail("the driver was told that the issue is resolved", end, told.get());
        }
        return Reports.delivered(facts, session.get());
    }

    private static Optional<Session> ended(Facts facts) {
        return Session.last(facts).filter(session -> session.ended().isPresent());
    }
}
