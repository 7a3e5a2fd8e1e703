package dev.underpin.judge.always;

import dev.underpin.history.Entry;
import dev.underpin.judge.Checker;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Attempt;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Makes checkers of what must never be seen: in any attempt at an installation, in any session of support, in any record. */
final class Rule {
    /** Something that was seen and should not have been. */
    record Breach(String words, Entry record) {}

    private Rule() {}

    /** Holds for each attempt at an installation. */
    static Checker forEachAttempt(BiFunction<Facts, Attempt, Optional<Breach>> breach) {
        return history -> {
            Facts facts = new Facts(history);
            List<Attempt> attempts = Attempt.all(facts);
            if (attempts.isEmpty()) {
                return Finding.notRun("nothing was installed");
            }
            for (Attempt attempt : attempts) {
                Optional<Breach> found = breach.apply(facts, attempt);
                if (found.isPresent()) {
                    return Finding.fail(
                            found.get().words(), attempt.begin(), found.get().record());
                }
            }
            return Finding.pass(
                    "in %d attempt(s)".formatted(attempts.size()),
                    attempts.getLast().begin());
        };
    }

    /** Holds for each session of support that has ended. */
    static Checker forEachEndedSession(BiFunction<Facts, Session, Finding> judged) {
        return history -> {
            Facts facts = new Facts(history);
            return Session.all(facts).stream()
                    .filter(session -> session.ended().isPresent())
                    .map(session -> judged.apply(facts, session))
                    .max(java.util.Comparator.comparing(Finding::verdict))
                    .orElseGet(() -> Finding.notRun("no session has ended"));
        };
    }

    /** Holds for each of the records that {@code among} finds. */
    static Checker forEach(
            String what, Function<Facts, List<Entry>> among, BiFunction<Facts, Entry, Optional<String>> complaint) {
        return history -> {
            Facts facts = new Facts(history);
            List<Entry> records = among.apply(facts);
            if (records.isEmpty()) {
                return Finding.notRun("no " + what);
            }
            for (Entry record : records) {
                Optional<String> words = complaint.apply(facts, record);
                if (words.isPresent()) {
                    return Finding.fail(words.get(), record);
                }
            }
            return Finding.pass("%d records: %s".formatted(records.size(), what), records.getLast());
        };
    }
}
