package dev.underpin.judge.ota;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.judge.fact.Attempt;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Uds;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How an update went on after its last fault: to the view that tells the user how it ended.
 *
 * @param fault the injection
 * @param end the view
 */
record Outcome(Facts facts, Entry fault, Entry end) {
    /** It, once an outcome is shown that fits. */
    static Optional<Outcome> of(Facts facts, Predicate<Entry> which) {
        return facts.lastBefore(Facts.END, Kind.FAULT, entry -> entry.is("state", "injected"))
                .flatMap(fault -> Attempt.outcome()
                        .where(which)
                        .firstAfter(facts, fault.index())
                        .map(end -> new Outcome(facts, fault, end)));
    }

    boolean completed() {
        return end.is("view", "update.done");
    }

    /** Whether the last that the user was told is that it completed, whatever came before a retry. */
    boolean completedInTheEnd() {
        return Attempt.outcome()
                .lastBefore(facts, Facts.END)
                .filter(last -> last.is("view", "update.done"))
                .isPresent();
    }

    /** The reason that the user was told. */
    String reason() {
        return end.text("reason");
    }

    /** Orders to erase since the fault. */
    List<Entry> erases() {
        return Uds.erase().between(facts, fault.index(), end.index());
    }

    /** The attack that the first signed report after the fault names; empty while there is none. */
    Optional<String> reported() {
        return Http.done("vehicle", "POST", "/vehicle/v1/[^/]+/manifest")
                .firstAfter(facts, fault.index())
                .map(post -> Http.request(post).path("signed").path("attack").asString(""));
    }

    /** Exchanges of the vehicle since the fault whose path fits. */
    List<Entry> exchanges(String path) {
        return Http.asked("vehicle", "GET", path).between(facts, fault.index(), end.index());
    }
}
