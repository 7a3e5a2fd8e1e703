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

    /** That of the control unit which the scenario puts in. */
    private static final String NEW_SERIAL = "SN-BMS-NEW00000";

    private CampaignRows() {}

    static List<Promise> all() {
        return List.of(
                row("C4-late", "withdrawn behind the first erase: finished and reported", CampaignRows::oneRun),
                row("C8", "a report that comes again is dropped", CampaignRows::dropped),
                OtaRows.attacked(
                        "C7", "another control unit than the Director means: refused and reported", "wrong-hardware"),
                new Promise(
                        "ota-C7-again",
                        "once the Director knows the new unit, it is updated",
                        history -> Sequel.judged(history, CampaignRows::unitRenewed)),
                OtaRows.told("C11", "a cloud with a wrong clock is not believed", "cloud-unavailable"),
                OtaRows.resumed("C11" + OtaRows.RESUMED, "once the cloud's clock is right the update completes"),
                OtaRows.attacked("C12", "a wrong build is refused before the erase and reported", "arbitrary-software"),
                row("C9", "an offer that comes again, or in between, is one run", CampaignRows::oneRun));
    }

    private static Promise row(String id, String expected, Function<Sequel, Optional<String>> complaint) {
        return new Promise("ota-" + id, expected, history -> Sequel.judged(history, complaint));
    }

    /** The report's second coming is refused for its nonce, and the update stays complete. */
    private static Optional<String> dropped(Sequel it) {
        List<Entry> reports = Http.asked("vehicle", "POST", "/vehicle/v1/[^/]+/manifest").all(it.facts()).stream()
                .filter(post -> post.index() > it.from())
                .toList();
        boolean refused = reports.stream()
                .anyMatch(post -> post.number("status")
                                .filter(status -> status == CONFLICT)
                                .isPresent()
                        && Http.response(post).path("error_code").asString("").equals("nonce-reused"));
        return refused ? it.notCompleted() : Sequel.wrong("the report was taken twice");
    }

    /** The signed report that tells of the refusal names the new serial number, and the update completes afterwards. */
    private static Optional<String> unitRenewed(Sequel it) {
        boolean told = Http.done("vehicle", "POST", "/vehicle/v1/[^/]+/manifest").all(it.facts()).stream()
                .filter(post -> post.index() > it.from())
                .map(post -> Http.request(post).path("signed"))
                .anyMatch(signed -> signed.path("outcome").asString("").equals("refused")
                        && signed.path("ecus")
                                .valueStream()
                                .anyMatch(
                                        unit -> unit.path("serial").asString("").equals(NEW_SERIAL)));
        return told ? it.notCompleted() : Sequel.wrong("no signed report names the new serial number");
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
        boolean again =
                Screens.view("update.available", Screens.INFOTAINMENT)
                        .between(it.facts(), begun, it.end().index())
                        .stream()
                        .anyMatch(view -> view.is("change", "shown"));
        return again ? Sequel.wrong("another offer was shown during the installation") : it.notCompleted();
    }
}
