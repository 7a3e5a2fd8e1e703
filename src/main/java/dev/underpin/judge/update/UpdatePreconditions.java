package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Checker;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Release;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Sign;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A precondition of an update: what is not met is refused with its reason, nothing is erased or written; what is met does not stop the
 * update.
 *
 * @param reasons codes of the refusals that belong to it
 */
record UpdatePreconditions(List<String> reasons) implements Checker {
    private static final Set<String> KNOWN_TO_THE_CLOUD =
            Set.of("account-not-registered", "consent-missing", "ota-not-supported");
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
        return offeredInSpite(facts).orElseGet(() -> answered(facts, asked));
    }

    /** The cloud itself knows who may be offered an update: the offer alone breaks the promise. */
    private Optional<Finding> offeredInSpite(Facts facts) {
        List<String> known =
                reasons.stream().filter(KNOWN_TO_THE_CLOUD::contains).toList();
        return Release.offered().all(facts).stream()
                .flatMap(offer -> known.stream()
                        .filter(reason -> Obstacle.at(facts, reason, offer.index())
                                .filter(told -> told.kind() == Kind.ACTION)
                                .isPresent())
                        .map(reason -> Finding.fail("offered in spite of " + reason, offer)))
                .findFirst();
    }

    private Finding answered(Facts facts, int asked) {
        return Order.after(facts, asked)
                .then(ANSWER)
                .judge(answer -> answer.is("view", "update.error") ? refused(facts, answer) : accepted(facts, answer));
    }

    private Finding refused(Facts facts, Entry answer) {
        String reason = answer.text("reason");
        boolean shown = Obstacle.at(facts, reason, answer.index()).isPresent();
        if (!reasons.contains(reason) && (shown || unmet(facts, answer).isEmpty())) {
            return Finding.open("an answer about %s; the update was refused because of %s"
                    .formatted(String.join(", ", reasons), reason));
        }
        if (!shown) {
            return Finding.fail("refused because of %s, which nothing shows".formatted(reason));
        }
        return Refused.programmedAfter(facts, answer).isPresent()
                ? Finding.fail("refused because of %s, yet programmed".formatted(reason))
                : Finding.pass("refused because of " + reason);
    }

    private Finding accepted(Facts facts, Entry answer) {
        Optional<String> unmet = unmet(facts, answer);
        if (unmet.isPresent()) {
            return Finding.fail("the update went on in spite of " + unmet.get());
        }
        return answer.is("view", "update.available")
                ? Finding.open("the user's choice")
                : Finding.pass("the precondition was met and the update went on");
    }

    private Optional<String> unmet(Facts facts, Entry answer) {
        return reasons.stream()
                .filter(reason -> Obstacle.at(facts, reason, answer.index()).isPresent())
                .findFirst();
    }
}
