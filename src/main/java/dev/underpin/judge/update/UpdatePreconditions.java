package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.judge.Checker;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Sign;
import java.util.List;
import java.util.Optional;

/**
 * A precondition of an update: what is not met is refused with its reason, nothing is erased or written; what is met does not stop the
 * update.
 *
 * @param reasons codes of the refusals that belong to it
 */
record UpdatePreconditions(List<String> reasons) implements Checker {
    private static final Sign ANSWER = Screens.view("update.error")
            .where(Signs::whole)
            .or(Signs.shown("update.download"))
            .or(Signs.shown("update.available"))
            .called("an answer of the system");

    UpdatePreconditions(String... reasons) {
        this(List.of(reasons));
    }

    @Override
    public Finding check(History history) {
        Facts facts = new Facts(history);
        int asked = Consent.to("Install Update", "Download Now", "Retry")
                .last(facts)
                .map(Entry::index)
                .orElse(Facts.BEGINNING);
        return Order.after(facts, asked)
                .then(ANSWER)
                .judge(answer -> answer.is("view", "update.error") ? refused(facts, answer) : accepted(facts, answer));
    }

    private Finding refused(Facts facts, Entry answer) {
        String reason = answer.text("reason");
        if (!reasons.contains(reason)) {
            return Finding.open("an answer about %s; the update was refused because of %s"
                    .formatted(String.join(", ", reasons), reason));
        }
        if (Obstacle.at(facts, reason, answer.index()).isEmpty()) {
            return Finding.fail("refused because of %s, which nothing shows".formatted(reason));
        }
        return Refused.programmedAfter(facts, answer).isPresent()
                ? Finding.fail("refused because of %s, yet programmed".formatted(reason))
                : Finding.pass("refused because of " + reason);
    }

    private Finding accepted(Facts facts, Entry answer) {
        Optional<String> unmet = reasons.stream()
                .filter(reason -> Obstacle.at(facts, reason, answer.index()).isPresent())
                .findFirst();
        if (unmet.isPresent()) {
            return Finding.fail("the update went on in spite of " + unmet.get());
        }
        return answer.is("view", "update.available")
                ? Finding.open("the user's choice")
                : Finding.pass("the precondition was met and the update went on");
    }
}
