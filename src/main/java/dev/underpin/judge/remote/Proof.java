package dev.underpin.judge.remote;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.judge.Checker;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Words;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Session;
import dev.underpin.judge.fact.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a row demands of a history, one thing after the other; the first that is missing or wrong decides. */
final class Proof {
    private final Facts facts;
    private final List<Entry> seen = new ArrayList<>();

    private Proof(Facts facts) {
        this.facts = facts;
    }

    /** A checker that passes when all of {@code demands} are met. */
    static Checker of(Consumer<Proof> demands) {
        return history -> judged(history, demands);
    }

    private static Finding judged(History history, Consumer<Proof> demands) {
        Proof proof = new Proof(new Facts(history));
        try {
            demands.accept(proof);
        } catch (Decided early) {
            return early.finding;
        }
        return Finding.pass("as expected").by(proof.seen);
    }

    Facts facts() {
        return facts;
    }

    /** The first record behind {@code place} that shows it; without one the row stays open. */
    Entry first(Sign sign, int place) {
        return found(sign.firstAfter(facts, place), sign.words());
    }

    /** The last record that shows it; without one the row stays open. */
    Entry last(Sign sign) {
        return found(sign.last(facts), sign.words());
    }

    /** The last session; without one the row stays open. */
    Session session() {
        return Session.last(facts).orElseThrow(() -> new Decided(Finding.open("a session of support")));
    }

    /** The end of a session; while it lasts the row stays open. */
    Entry end(Session session) {
        return found(session.ended(), "the end of the session");
    }

    Entry found(Optional<Entry> record, String words) {
        Entry entry = record.orElseThrow(() -> new Decided(Finding.open(words)));
        seen.add(entry);
        return entry;
    }

    /** Fails when the sign is seen between two places. */
    void never(Sign sign, int from, int to) {
        List<Entry> found = sign.between(facts, from, to);
        if (!found.isEmpty()) {
            throw new Decided(Finding.fail("there was " + sign.words(), found.getFirst()));
        }
    }

    /** Fails when {@code held} is false; {@code otherwise} says what was seen instead. */
    void that(boolean held, String otherwise, Entry... records) {
        if (!held) {
            throw new Decided(Finding.fail(otherwise, records));
        }
    }

    /** Fails when {@code later} came more than so many nanoseconds after {@code earlier}. */
    void within(long nanos, Entry earlier, Entry later) {
        that(
                later.at() - earlier.at() <= nanos,
                "it took %s instead of at most %s".formatted(Words.span(later.at() - earlier.at()), Words.span(nanos)),
                earlier,
                later);
    }

    /** Stays open until so many nanoseconds have passed since {@code entry}. */
    void settled(Entry entry, long nanos) {
        if (facts.now() < entry.at() + nanos) {
            throw new Decided(Finding.open("%s since it".formatted(Words.span(nanos)), entry));
        }
    }

    /** The row is decided before all of it was looked at. */
    private static final class Decided extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Finding finding;

        Decided(Finding finding) {
            super(finding.reason(), null, false, false);
            this.finding = finding;
        }
    }
}
