package dev.underpin.judge.support;

import dev.underpin.history.History;
import dev.underpin.judge.Checker;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Screens;
import java.util.Map;

/** Preconditions of remote diagnostics. */
public final class SupportPreconditions {
    private static final Checker INTERFACE = new Entrance(Requirement.INTERFACE);

    private SupportPreconditions() {}

    /** Clause id to checker. */
    public static Map<String, Checker> checkers() {
        return Map.of(
                "RD-P1", new Entrance(Requirement.SOFTWARE),
                "RD-P2", new Entrance(Requirement.ACCOUNT, Requirement.CONTACT),
                "RD-P3", new Entrance(Requirement.CONNECTION),
                "RD-P4", SupportPreconditions::permitted);
    }

    private static Finding permitted(History history) {
        Facts facts = new Facts(history);
        return Screens.pressed("Don't Allow")
                .last(facts)
                .map(press -> Entrance.refused(facts, press, "consent-refused"))
                .orElseGet(() -> INTERFACE.check(history));
    }
}
