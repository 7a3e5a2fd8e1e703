package dev.underpin.judge.ota;

import static dev.underpin.judge.ota.OtaRows.REFUSED;
import static dev.underpin.judge.ota.OtaRows.RESUMED;
import static dev.underpin.judge.ota.OtaRows.attacked;
import static dev.underpin.judge.ota.OtaRows.resumed;
import static dev.underpin.judge.ota.OtaRows.row;
import static dev.underpin.judge.ota.OtaRows.told;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Promise;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Rows I1 to I10 of the updates' fault catalogue: what comes for an image is none, or an image that does not belong here. */
final class ImageRows {
    private static final String NOT_GENUINE = "verification-failed";

    private ImageRows() {}

    static List<Promise> all() {
        return List.of(
                attacked("I1", "a flipped bit is refused, nothing is written", "arbitrary-software"),
                row(
                        "I2",
                        "too short or too long: resumed or refused at the announced length",
                        OtaRows::resumedOrRefused),
                resumed("I2" + RESUMED, "too short or too long once: asked for again"),
                told("I2" + REFUSED, "too short or too long for ever: refused", "network", NOT_GENUINE),
                attacked("I3", "another image is refused", "arbitrary-software", "wrong-hardware"),
                new Promise(
                        "ota-I4",
                        "an older image is refused before the erase and reported",
                        history -> Sequel.reported(history, "rollback", it -> it.notRefused(Set.of(NOT_GENUINE)))),
                sequel("I4-counter", "an older image is refused by the control unit itself", ImageRows::refusedByUnit),
                new Promise(
                        "ota-I5", "the same version again is no update, and told as up to date", ImageRows::upToDate),
                row("I6", "a delta that nobody can apply: the whole image, or refused", OtaRows::resumedOrRefused),
                resumed("I6" + RESUMED, "a delta that nobody can apply: the whole image"),
                told("I6" + REFUSED, "nothing but deltas: refused", "network"),
                attacked("I7", "what cannot be deciphered is refused", "arbitrary-software"),
                sequel("I8", "new software that does not work: back to the old one", ImageRows::rolledBack),
                sequel("I9", "changed behind the verification: the control unit finds it", ImageRows::refusedByUnit),
                attacked(
                        "I10",
                        "what swells is refused, the memory stays bounded",
                        "arbitrary-software",
                        "endless-data"));
    }

    static Promise lyingPrimary() {
        return sequel("M19", "a control unit refuses what a lying Primary sends", ImageRows::refusedByUnit);
    }

    private static Promise sequel(String id, String expected, Function<Sequel, Optional<String>> how) {
        return new Promise("ota-" + id, expected, history -> Sequel.judged(history, how));
    }

    /** The control unit finds it before it starts it: the old software runs on. */
    private static Optional<String> refusedByUnit(Sequel it) {
        if (!it.touched()) {
            return Sequel.wrong("nothing was written");
        }
        return it.brokenStart().or(it::notRolledBack);
    }

    private static Optional<String> rolledBack(Sequel it) {
        return it.touched() ? it.notRolledBack() : Sequel.wrong("nothing was written");
    }

    /** Told as done, nothing was written, and the signed report says that it was up to date. */
    private static Finding upToDate(History history) {
        Finding ended = Sequel.judged(history, it -> it.touched() ? Sequel.wrong("it was written again") : notDone(it));
        Optional<Entry> report =
                Http.done("vehicle", "POST", "/vehicle/v1/[^/]+/manifest").last(new Facts(history));
        if (!ended.passed() || report.isEmpty()) {
            return ended.passed() ? Finding.open("a signed report") : ended;
        }
        boolean said = Http.request(report.get())
                .path("signed")
                .path("ecus")
                .valueStream()
                .allMatch(unit -> unit.path("result").asString("").equals("up-to-date"));
        return said ? ended : Finding.fail("the signed report does not say that it is up to date", report.get());
    }

    private static Optional<String> notDone(Sequel it) {
        return it.completed() ? Sequel.right() : Sequel.wrong("it ended with the reason " + it.reason());
    }
}
