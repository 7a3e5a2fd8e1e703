package dev.underpin.judge.ota;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.judge.Promise;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Uds;
import dev.underpin.judge.fact.Vehicle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Rows E1 to E5 and H1 to H7 of the updates' fault catalogue: groups of control units, storage, clock, and the agent's host. */
final class UnitRows {
    private static final Set<String> NOT_THERE = Set.of("verification-failed", "installation-failed");
    private static final double MOST_LOG = 1024;
    private static final Set<String> LOCKED = Set.of("key-locked");
    private static final Set<String> FULL = Set.of("storage-full");
    private static final Set<String> UNTIMELY = Set.of("verification-failed", "network", "cloud-unavailable");

    private UnitRows() {}

    static List<Promise> all() {
        return List.of(
                row("E1", "one of a group fails: the group goes back", UnitRows::groupBack),
                row(
                        "E2",
                        "a control unit that is not there or another one: refused and reported",
                        UnitRows::refusedAndReported),
                new Promise(
                        "ota-E3",
                        "an impossible order is not started",
                        history -> Sequel.reported(
                                history, "mix-and-match", it -> it.notRefused(Set.of("verification-failed")))),
                row("E4", "the way back fails too: told, and not driven", UnitRows::warned),
                row("E5", "a gateway that updates itself is resumed behind its restart", Sequel::notCompleted),
                row("H1", "no room: refused, and another try completes once there is", UnitRows::roomMade),
                row("H2", "memory that fails: failed safely, the second try completes", UnitRows::secondTry),
                row("H2-slow", "memory that is slow: completed all the same", Sequel::notCompleted),
                row("H3", "a wrong clock: refused or completed, never anything between", UnitRows::timely),
                row("H4", "the agent dies and comes back: resumed and completed", Sequel::notCompleted),
                row("H5", "a journal of newer software is read, or safely begun anew", Sequel::torn),
                row("H6", "a key store that is locked: refused", it -> it.notRefused(LOCKED)),
                row("H7", "a flood of log entries stays bounded", UnitRows::bounded));
    }

    private static Promise row(String id, String expected, Function<Sequel, Optional<String>> complaint) {
        return new Promise("ota-" + id, expected, history -> Sequel.judged(history, complaint));
    }

    private static Optional<String> groupBack(Sequel it) {
        return it.touched() ? it.notRolledBack() : Sequel.wrong("nothing was erased");
    }

    private static Optional<String> refusedAndReported(Sequel it) {
        Optional<String> wrong = it.notRefused(NOT_THERE);
        boolean reported = Http.asked("vehicle", "POST", "/vehicle/v1/[^/]+/(manifest|events)")
                .firstAfter(it.facts(), it.from())
                .isPresent();
        return wrong.isPresent() || reported ? wrong : Sequel.wrong("nothing was reported");
    }

    /** The user is told not to drive, and with an erased safety unit the drive was never ready. */
    private static Optional<String> warned(Sequel it) {
        Optional<String> unsafe = it.notFailedSafely();
        if (unsafe.isPresent() || !Screens.says(it.end(), "do not drive")) {
            return unsafe.isPresent() ? unsafe : Sequel.wrong("the user is not told not to drive");
        }
        Optional<Entry> ready = it.facts()
                .firstAfter(
                        it.end().index(),
                        Kind.SIGNAL,
                        entry -> entry.is("signal", "DriveReady")
                                && (entry.is("label", "Yes") || entry.is("value", "1")));
        return ready.isPresent() ? Sequel.wrong("the vehicle is ready to drive") : Sequel.right();
    }

    private static Optional<String> roomMade(Sequel it) {
        Optional<Entry> refused = it.outcomes().stream()
                .filter(view -> FULL.contains(view.text("reason")))
                .findFirst();
        if (refused.isEmpty()) {
            return Sequel.wrong("it was not refused for lack of room");
        }
        return Uds.programming().lastBefore(it.facts(), refused.get().index()).isPresent()
                ? Sequel.wrong("programmed although there was no room")
                : it.notCompleted();
    }

    private static Optional<String> secondTry(Sequel it) {
        List<Entry> outcomes = it.outcomes();
        Optional<Entry> failed = outcomes.stream()
                .filter(view -> view.is("reason", "installation-failed"))
                .findFirst();
        if (failed.isEmpty()) {
            return Sequel.wrong("it did not fail");
        }
        boolean whole = it.targets().stream()
                .allMatch(target -> Vehicle.boot(target.ecu())
                        .lastBefore(it.facts(), failed.get().index())
                        .filter(boot -> Vehicle.runs(boot) && boot.is("sha256", it.old(target.ecu())))
                        .isPresent());
        boolean warned = Screens.says(failed.get(), "do not drive");
        return whole || warned ? it.notCompleted() : Sequel.wrong("after the failure not all old software ran");
    }

    /** The vehicle never tells of a log larger than its share, and the update completes. */
    private static Optional<String> bounded(Sequel it) {
        Optional<Double> largest = Http.done("vehicle", "POST", "/vehicle/v1/[^/]+/events").all(it.facts()).stream()
                .map(post -> Http.request(post).path("logKibibytes").asDouble(0))
                .max(Double::compare);
        return largest.filter(kibibytes -> kibibytes > MOST_LOG).isPresent()
                ? Sequel.wrong("the log grew to %.0f KiB".formatted(largest.get()))
                : it.notCompleted();
    }

    private static Optional<String> timely(Sequel it) {
        return it.touched() || it.completed() ? it.torn() : it.notRefused(UNTIMELY);
    }
}
