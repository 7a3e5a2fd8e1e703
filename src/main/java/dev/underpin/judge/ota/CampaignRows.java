package dev.underpin.judge.ota;

import dev.underpin.history.Entry;
import dev.underpin.judge.Promise;
import dev.underpin.judge.fact.Attempt;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Screens;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rows C7 to C9, C11 and C12 of the updates' fault catalogue: what the Director believes of the vehicle, and what it releases. */
final class CampaignRows {
    private static final int CONFLICT = 409;

    private CampaignRows() {}

    static List<Promise> all() {
        return List.of(
                row("C8", "a report that comes again is dropped", CampaignRows::dropped),
                row("C9", "an offer that comes again, or in between, is one run", CampaignRows::oneRun));
    }

    private static Promise row(String id, String expected, Function<Sequel, Optional<String>> complaint) {
        return new Promise("ota-" + id, expected, history -> Sequel.judged(history, complaint));
    }

    /** The report's second coming is refused for its nonce, and the update stays complete. */
    private static Optional<String> dropped(Sequel it) {
        List<Entry> reports =
                Http.asked("vehicle", "POST", "/vehicle/v1/[^/]+/manifest").all(it.facts()).stream()
                        .filter(post -> post.index() > it.from())
                        .toList();
        boolean refused = reports.stream()
                .anyMatch(post -> post.number("status")
                                .filter(status -> status == CONFLICT)
                                .isPresent()
                        && Http.response(post).path("error_code").asString("").equals("nonce-reused"));
        return refused ? it.notCompleted() : Sequel.wrong("the report was taken twice");
    }

    /** Erased in one attempt, told as done, and offered once until then. */
    private static Optional<String> oneRun(Sequel it) {
        long attempts = Attempt.all(it.facts()).stream()
                .filter(attempt -> attempt.begin().index() < it.end().index())
                .count();
        if (attempts != 1) {
            return Sequel.wrong("%d installations were begun".formatted(attempts));
        }
        int begun = Attempt.all(it.facts()).getFirst().begin().index();
        boolean again = Screens.view("update.available", Screens.INFOTAINMENT)
                .between(it.facts(), begun, it.end().index())
                .stream()
                .anyMatch(view -> view.is("change", "shown"));
        return again ? Sequel.wrong("another offer was shown during the installation") : it.notCompleted();
    }
}
