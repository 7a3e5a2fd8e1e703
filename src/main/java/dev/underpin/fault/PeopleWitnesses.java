package dev.underpin.fault;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.Optional;

/** See what people do and do not do in front of screens and at the wheel, and whether the screens follow. */
final class PeopleWitnesses {
    private static final long PATIENCE = 30 * Nanos.SECOND;
    private static final long TOGETHER = Nanos.SECOND;
    private static final List<String> REFUSALS = List.of("Cancel", "Later", "Don't Allow", "End Now");

    private static final List<String> QUESTIONS =
            List.of("update.available", "update.confirm", "diag.consent", "diag.guidance");

    private PeopleWitnesses() {}

    static Witness of(ScreenFault fault) {
        return switch (fault) {
            case ScreenFault.TouchDead it ->
                Witness.record(Kind.PRESS, entry -> entry.is("screen", "infotainment") && entry.is("effect", "none"));
            case ScreenFault.ScreenFrozen it -> PeopleWitnesses::frozen;
        };
    }

    static Witness of(PeopleFault fault) {
        return switch (fault) {
            case PeopleFault.Cancels it -> Witness.record(Kind.PRESS, entry -> REFUSALS.contains(entry.text("button")));
            case PeopleFault.WalksAway it -> hands("ignition", "off");
            case PeopleFault.DrivesOff it -> hands("gear", "D");
            case PeopleFault.NoAnswer it -> PeopleWitnesses::unanswered;
            case PeopleFault.DoublePress it -> (history, injected) -> twice(history, injected, true);
            case PeopleFault.TwoPlaces it -> (history, injected) -> twice(history, injected, false);
            case PeopleFault.Hammers it -> (history, injected) -> hammered(history, injected, it.times());
            case PeopleFault.WithdrawsConsent it ->
                Witness.record(
                        Kind.HTTP,
                        entry -> entry.is("leg", "app")
                                && entry.text("path").endsWith("/session-consent")
                                && entry.text("request").contains("false"));
            case PeopleFault.Trespasses it -> Witness.record(Kind.HTTP, entry -> entry.is("leg", "intruder"));
            case PeopleFault.Unplugs it -> hands("unplug", "");
        };
    }

    private static Witness hands(String action, String value) {
        return Witness.record(Kind.ACTION, entry -> entry.is("action", action) && entry.is("value", value));
    }

    /** A touch was taken, and nothing on the infotainment changed for a while. */
    private static Optional<Sighting> frozen(History history, Entry injected) {
        return history.of(Kind.PRESS).stream()
                .filter(press -> press.index() > injected.index()
                        && press.is("screen", "infotainment")
                        && press.is("effect", "accepted"))
                .filter(press -> history.of(Kind.SCREEN).stream()
                        .noneMatch(change -> change.is("screen", "infotainment")
                                && change.at() > press.at()
                                && change.at() < press.at() + PATIENCE))
                .findFirst()
                .map(Sighting::of);
    }

    /** A screen asked something, and for a while nobody pressed anything. */
    private static Optional<Sighting> unanswered(History history, Entry injected) {
        return history.of(Kind.SCREEN).stream()
                .filter(shown -> shown.index() > injected.index()
                        && shown.is("change", "shown")
                        && QUESTIONS.contains(shown.text("view")))
                .filter(shown -> history.entries().getLast().at() > shown.at() + PATIENCE)
                .filter(shown -> history.of(Kind.PRESS).stream()
                        .noneMatch(press -> press.at() > shown.at() && press.at() < shown.at() + PATIENCE))
                .findFirst()
                .map(Sighting::of);
    }

    private static Optional<Sighting> hammered(History history, Entry injected, int times) {
        for (Entry press : history.of(Kind.PRESS)) {
            List<Entry> same = history.of(Kind.PRESS).stream()
                    .filter(other -> press.index() > injected.index()
                            && other.index() >= press.index()
                            && other.at() - press.at() < PATIENCE
                            && other.is("button", press.text("button")))
                    .toList();
            if (same.size() >= times) {
                return Optional.of(Sighting.of("pressed %d times".formatted(same.size()), same));
            }
        }
        return Optional.empty();
    }

    private static Optional<Sighting> twice(History history, Entry injected, boolean sameScreen) {
        Entry before = null;
        for (Entry press : history.of(Kind.PRESS)) {
            if (press.index() > injected.index()) {
                if (before != null
                        && press.at() - before.at() < TOGETHER
                        && sameScreen == press.is("screen", before.text("screen"))
                        && press.is("button", before.text("button"))) {
                    return Optional.of(Sighting.of("pressed twice", List.of(before, press)));
                }
                before = press;
            }
        }
        return Optional.empty();
    }
}
