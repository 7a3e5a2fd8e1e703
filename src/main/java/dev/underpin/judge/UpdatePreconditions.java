package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A precondition of an update: what is not met is refused with its reason, nothing is erased or written; what is met does not stop the
 * update.
 *
 * @param reasons codes of the refusals that belong to it
 */
record UpdatePreconditions(List<String> reasons) implements Checker {
    private static final Predicate<Entry> ANSWER = Views.showing("update.error")
            .or(Views.shown("update.download"))
            .or(Views.shown("update.available"))
            .and(Views.onInfotainmentOrApp());

    UpdatePreconditions(String... reasons) {
        this(List.of(reasons));
    }

    @Override
    public Finding check(History history) {
        int asked = Consent.last(history, "Install Update", "Download Now", "Retry")
                .map(Entry::index)
                .orElse(-1);
        return Past.firstAfter(history, Kind.SCREEN, asked, ANSWER)
                .map(answer -> answer.is("view", "update.error") ? refused(history, answer) : accepted(history, answer))
                .orElseGet(() -> Finding.open("an answer of the system"));
    }

    private Finding refused(History history, Entry answer) {
        String reason = answer.text("reason");
        if (!reasons.contains(reason)) {
            return Finding.open(
                    "an answer about %s; the update was refused because of %s"
                            .formatted(String.join(", ", reasons), reason),
                    answer);
        }
        Optional<Entry> fact = Obstacle.at(history, reason, answer.index());
        Optional<Entry> programmed = Refused.programmedAfter(history, answer);
        if (fact.isEmpty()) {
            return Finding.fail("refused because of %s, which nothing shows".formatted(reason), answer);
        }
        return programmed
                .map(it -> Finding.fail("refused because of %s, yet programmed".formatted(reason), answer, it))
                .orElseGet(() -> Finding.pass("refused because of " + reason, fact.get(), answer));
    }

    private Finding accepted(History history, Entry answer) {
        Optional<Entry> obstacle = reasons.stream()
                .flatMap(reason -> Stream.of(Obstacle.at(history, reason, answer.index())))
                .flatMap(Optional::stream)
                .findFirst();
        return obstacle.map(it -> Finding.fail("the update went on although its precondition was not met", it, answer))
                .orElseGet(() -> answer.is("view", "update.available")
                        ? Finding.open("the user's choice", answer)
                        : Finding.pass("the precondition was met and the update went on", answer));
    }
}
