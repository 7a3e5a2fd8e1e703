package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What must not follow a refusal. */
final class Refused {
    private Refused() {}

    /** The first request after a refusal that changes a flash, before the user or the schedule starts again. */
    static Optional<Entry> programmedAfter(History history, Entry refusal) {
        int again = startedAgain(history, refusal);
        return Past.firstAfter(history, Kind.UDS, refusal.index(), Wire::programming)
                .filter(it -> it.index() < again);
    }

    private static int startedAgain(History history, Entry refusal) {
        Stream<Entry> choices = Stream.concat(
                        Past.after(history, Kind.PRESS, refusal.index()),
                        Past.after(history, Kind.HTTP, refusal.index()))
                .filter(it -> Consent.chosen(it, "Confirm", "Retry"));
        Stream<Entry> schedule = Scheduled.windows(history).stream()
                .filter(window -> window.from() <= refusal.index())
                .flatMap(window -> begins(history, window, refusal).stream());
        return IntStream.concat(choices.mapToInt(Entry::index), schedule.mapToInt(Entry::index))
                .filter(index -> index > refusal.index())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** A window that is open already waits until the refusal is taken back. */
    private static Optional<Entry> begins(History history, Scheduled.Window window, Entry refusal) {
        return window.contains(refusal.at())
                ? Past.firstAfter(
                        history,
                        Kind.SCREEN,
                        refusal.index(),
                        it -> it.is("view", "update.error") && it.is("change", "dismissed"))
                : window.opened(history);
    }
}
