package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Uds;
import java.util.Optional;
import java.util.stream.Stream;

/** What must not follow a refusal. */
final class Refused {
    private static final Sign TAKEN_BACK = Screens.dismissed("update.error", Screens.INFOTAINMENT);

    private Refused() {}

    /** The first request after a refusal that changes a flash, before the user or the schedule starts again. */
    static Optional<Entry> programmedAfter(Facts facts, Entry refusal) {
        return Uds.programming()
                .firstAfter(facts, refusal.index())
                .filter(it -> it.index() < startedAgain(facts, refusal));
    }

    private static int startedAgain(Facts facts, Entry refusal) {
        Optional<Entry> word = Consent.to("Confirm", "Retry").firstAfter(facts, refusal.index());
        Stream<Entry> due =
                Scheduled.windows(facts).stream().flatMap(window -> begins(facts, window, refusal).stream());
        return Stream.of(word.stream(), due, appointedSince(facts, refusal))
                .flatMap(it -> it)
                .mapToInt(Entry::index)
                .filter(index -> index > refusal.index())
                .min()
                .orElse(Facts.END);
    }

    /** The user chose a time after the refusal, and it has come. */
    private static Stream<Entry> appointedSince(Facts facts, Entry refusal) {
        int chosen = Consent.to("Schedule")
                .firstAfter(facts, refusal.index())
                .map(Entry::index)
                .orElse(Facts.END);
        return Scheduled.windows(facts).stream()
                .filter(window -> window.told().index() > chosen)
                .flatMap(window -> Uds.programming()
                        .firstAfter(facts, window.told().index())
                        .stream()
                        .filter(it -> window.contains(it.at())));
    }

    /** A window that is open already waits until the refusal is taken back. */
    private static Optional<Entry> begins(Facts facts, Scheduled.Window window, Entry refusal) {
        return window.contains(refusal.at())
                ? TAKEN_BACK.firstAfter(facts, refusal.index())
                : Uds.programming().firstAfter(facts, refusal.index()).filter(it -> window.contains(it.at()));
    }
}
