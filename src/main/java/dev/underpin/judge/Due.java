package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Sign;
import java.util.Optional;

/**
 * A promise that has to be kept within a time: still open when the time since the last {@code since} is over, it is broken.
 *
 * @param checker decides whether it is kept
 * @param since what the time begins with
 * @param within nanoseconds of vehicle time
 */
public record Due(Checker checker, Sign since, long within) implements Checker {
    @Override
    public Finding check(History history) {
        Finding finding = checker.check(history);
        return finding.verdict() == Verdict.INCONCLUSIVE ? overdue(history, finding) : finding;
    }

    private Finding overdue(History history, Finding open) {
        Facts facts = new Facts(history);
        Optional<Entry> begun = since.last(facts).filter(entry -> facts.now() > entry.at() + within);
        return begun.map(entry -> Finding.fail(
                        "%s; %s had passed since %s".formatted(open.reason(), Words.span(within), since.words()),
                        entry))
                .orElse(open);
    }
}
