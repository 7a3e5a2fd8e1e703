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
import dev.underpin.judge.fact.Uds;
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.Optional;

/**
 * Preconditions that count when the driver asks for support: not met, the feature says so by name and nothing is read; met, a session is
 * opened.
 */
record Entrance(List<Requirement> requirements) implements Checker {
    private static final long TOLD = 60 * Nanos.SECOND;
    private static final Sign ASKED = Screens.pressed("Diagnostics");
    private static final Sign REFUSED = Screens.view("diag.refused");

    Entrance(Requirement... requirements) {
        this(List.of(requirements));
    }

    @Override
    public Finding check(History history) {
        Facts facts = new Facts(history);
        Optional<Entry> press = ASKED.last(facts);
        if (press.isEmpty()) {
            return Finding.open(ASKED.words());
        }
        return requirements.stream()
                .filter(it -> it.unmet(facts, press.get().index()))
                .findFirst()
                .map(it -> refused(facts, press.get(), it.reason()))
                .orElseGet(() -> admitted(facts, press.get()));
    }

    /** What a refusal for {@code reason} after {@code cause} has to look like. */
    static Finding refused(Facts facts, Entry cause, String reason) {
        Optional<Entry> slip = Session.opening().or(Uds.request("19")).firstAfter(facts, cause.index());
        if (slip.isPresent()) {
            return Finding.fail(
                    "a session was opened or trouble codes were read in spite of " + reason, cause, slip.get());
        }
        Optional<Entry> told = REFUSED.firstAfter(facts, cause.index());
        if (told.isEmpty()) {
            return facts.now() > cause.at() + TOLD
                    ? Finding.fail("no refusal was shown within " + Words.span(TOLD), cause)
                    : Finding.open("a refusal because of " + reason, cause);
        }
        return told.get().is("reason", reason)
                ? Finding.pass("refused because of " + reason, cause, told.get())
                : Finding.fail(
                        "the reason told was %s, not %s".formatted(told.get().text("reason"), reason),
                        cause,
                        told.get());
    }

    private Finding admitted(Facts facts, Entry press) {
        Optional<Entry> refusal = REFUSED.where(
                        view -> requirements.stream().anyMatch(it -> view.is("reason", it.reason())))
                .firstAfter(facts, press.index());
        if (refusal.isPresent()) {
            return Finding.fail(
                    "refused because of %s although it was met"
                            .formatted(refusal.get().text("reason")),
                    press,
                    refusal.get());
        }
        return Session.opening()
                .firstAfter(facts, press.index())
                .map(opened -> Finding.pass("all was met, and a session was opened", press, opened))
                .orElseGet(() -> Finding.open(Session.opening().words(), press));
    }
}
