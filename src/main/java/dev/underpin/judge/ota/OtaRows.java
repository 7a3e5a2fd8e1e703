package dev.underpin.judge.ota;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Promise;
import dev.underpin.judge.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The rows of the catalogue of faults of updates over the air, by their ids: {@code ota-N2}, {@code ota-M1}. What a row expects: the
 * update resumes and completes; it is refused before anything is erased, with a reason; or it is refused as not genuine, and the next
 * signed report names the attack.
 */
public final class OtaRows {
    private static final String NOT_GENUINE = "verification-failed";
    private static final int TRIES = 6;

    /** Behind the id of a row of which some scenarios resume and others are refused: those that resume. */
    public static final String RESUMED = "-resumed";

    /** The same: those that are refused. */
    public static final String REFUSED = "-refused";

    private OtaRows() {}

    /** All of them. */
    public static List<Promise> all() {
        List<Promise> all = new ArrayList<>();
        all.addAll(network());
        all.addAll(cloud());
        all.addAll(metadata());
        all.addAll(ImageRows.all());
        all.addAll(CampaignRows.all());
        return all;
    }

    private static List<Promise> network() {
        return List.of(
                told("N1", "refused: a stable connection is required", "network"),
                RangeRow.promise(),
                resumed("N3", "resumed with bounded data use"),
                resumed("N4", "resumed over the other bearer and in spite of delay and loss"),
                attacked("N5", "a rate that is none is refused and reported", Set.of("network"), "slow-retrieval"),
                resumed("N6", "half-open connections end at their limit, then resumed"),
                told("N7", "refused: names lead nowhere", "network"),
                resumed("N7" + RESUMED, "names lead nowhere for a while: resumed"),
                told("N8", "refused: not the cloud, no byte believed", "network"),
                told("N9", "refused: a portal's page is no metadata", "network"),
                row("N10", "refused or resumed: the body is not what was announced", OtaRows::resumedOrRefused),
                resumed("N10" + RESUMED, "a body that is not what was announced is asked for again"),
                told("N10" + REFUSED, "metadata that is not what was announced is refused", NOT_GENUINE, "network"),
                row("N11", "begun anew, or refused: the file behind the name has changed", OtaRows::resumedOrRefused),
                resumed("N11" + RESUMED, "begun anew: the file behind the name has changed"),
                told("N11" + REFUSED, "no range at all: refused", "cloud-unavailable"),
                told("N12", "refused: redirected for ever, or to a foreign host", "network"),
                resumed("N13", "the report waits and is sent later"),
                resumed("N14", "the installation does not need the link"));
    }

    private static List<Promise> cloud() {
        return List.of(
                row("C1", "pauses between tries, with a cap, then resumed", OtaRows::resumedOrRefused),
                resumed("C1" + RESUMED, "pauses between tries, then resumed"),
                told("C1" + REFUSED, "tries end at their cap", "cloud-unavailable"),
                row("C2", "authenticated again, or refused", OtaRows::resumedOrRefused),
                resumed("C2" + RESUMED, "authenticated again, then resumed"),
                told("C2" + REFUSED, "refused: the cloud does not know the vehicle", "cloud-unavailable"),
                row("C3", "refused, and not asked for again and again", OtaRows::missing),
                told("C4", "before the erase the old software is kept", "cancelled"),
                attacked("C5", "targets of another vehicle are refused and reported", "wrong-vehicle"),
                attacked("C6", "a control unit that is not here is refused and reported", "wrong-vehicle"),
                resumed("C10", "events wait and are delivered later"),
                told("C13", "nothing is installed without consent", "consent-missing"));
    }

    private static List<Promise> metadata() {
        return List.of(
                attacked("M1", "signed by nobody who may: refused and reported", "arbitrary-software"),
                attacked("M2", "too few different keys: refused and reported", "arbitrary-software"),
                attacked("M3", "expired: refused and reported", "freeze"),
                attacked("M4", "older than what was accepted: refused and reported", "rollback"),
                attacked("M5", "files that do not belong together: refused and reported", "mix-and-match"),
                attacked(
                        "M6",
                        "changed although the version is the same: refused and reported",
                        "arbitrary-software",
                        "mix-and-match"),
                attacked("M7", "a Root that does not follow: refused and reported", "arbitrary-software", "rollback"),
                resumed("M8", "recovers from a fast-forward when the keys are rotated"),
                attacked("M9", "kept from the vehicle until it expires: refused and reported", "freeze"),
                attacked("M10", "the repositories differ: refused and reported", "mix-and-match"),
                attacked("M11", "the Director's keys alone install nothing", "mix-and-match"),
                attacked("M12", "the Image repository's keys alone install nothing", "mix-and-match"),
                attacked("M13", "stolen keys are refused after their rotation", "arbitrary-software"),
                attacked("M14", "nobody delegates here: refused and reported", "arbitrary-software"),
                attacked(
                        "M15",
                        "a unit twice, unknown, or with other hardware: refused and reported",
                        "mix-and-match",
                        "wrong-vehicle",
                        "wrong-hardware"),
                attacked(
                        "M16",
                        "no metadata of that role: refused and reported, memory bounded",
                        "mix-and-match",
                        "arbitrary-software",
                        "endless-data"),
                attacked("M17", "no name of an image: refused and reported", "arbitrary-software"),
                attacked(
                        "M18",
                        "a partial bundle is not activated, and reported",
                        Set.of("cloud-unavailable"),
                        "partial-bundle"),
                ImageRows.lyingPrimary(),
                told("M20", "a clock that lies revives nothing", NOT_GENUINE, "cloud-unavailable"));
    }

    static Promise resumed(String id, String expected) {
        return new Promise(
                "ota-" + id,
                expected,
                history -> judged(
                        history,
                        end -> true,
                        it -> it.completedInTheEnd() ? passed(it) : Finding.open("an installation that completes")));
    }

    static Promise told(String id, String expected, String... reasons) {
        return row(id, expected, it -> refused(it, Set.of(reasons)));
    }

    static Promise attacked(String id, String expected, String... attacks) {
        return attacked(id, expected, Set.of(NOT_GENUINE), attacks);
    }

    private static Promise attacked(String id, String expected, Set<String> reasons, String... attacks) {
        Set<String> known = Set.of(attacks);
        return new Promise(
                "ota-" + id,
                expected,
                history -> judged(history, OtaRows::notByTheUser, it -> {
                    Optional<String> wrong = refused(it, reasons);
                    return wrong.isPresent() ? failed(it, wrong.get()) : reported(it, known);
                }));
    }

    private static Finding reported(Outcome it, Set<String> known) {
        Optional<String> reported = it.reported();
        if (reported.isEmpty()) {
            return Finding.open("a signed report of the attack");
        }
        return known.contains(reported.get())
                ? passed(it)
                : failed(it, "the signed report names '%s', expected one of %s".formatted(reported.get(), known));
    }

    static Promise row(String id, String expected, Function<Outcome, Optional<String>> complaint) {
        return new Promise(
                "ota-" + id,
                expected,
                history -> judged(
                        history,
                        end -> true,
                        it -> complaint
                                .apply(it)
                                .map(words -> failed(it, words))
                                .orElseGet(() -> passed(it))));
    }

    /** Whether it is no end that the user chose, before the attack took effect. */
    private static boolean notByTheUser(Entry end) {
        return !end.is("reason", "cancelled");
    }

    private static Finding judged(History history, Predicate<Entry> ends, Function<Outcome, Finding> how) {
        return Outcome.of(new Facts(history), ends).map(how).orElseGet(() -> Finding.open("the outcome of an update"));
    }

    private static Finding failed(Outcome it, String words) {
        return Finding.fail(words, it.fault(), it.end());
    }

    private static Finding passed(Outcome it) {
        return Finding.pass("it ended with %s %s".formatted(it.end().text("view"), it.reason()), it.fault(), it.end());
    }

    private static Optional<String> refused(Outcome it, Set<String> reasons) {
        List<Entry> erases = it.erases();
        if (it.completed()) {
            return broken("the installation completed");
        }
        if (!erases.isEmpty()) {
            return broken("%s was erased".formatted(erases.getFirst().text("ecu")));
        }
        return reasons.contains(it.reason())
                ? kept()
                : broken("it is told as %s, not as %s".formatted(it.reason(), reasons));
    }

    static Optional<String> resumedOrRefused(Outcome it) {
        return it.completed()
                ? kept()
                : refused(it, Set.of(NOT_GENUINE, "network", "cloud-unavailable", "consent-missing"));
    }

    private static Optional<String> missing(Outcome it) {
        int asked = it.exchanges("/vehicle/v1/images/.+").size();
        return asked > TRIES
                ? broken("it was asked for %d times".formatted(asked))
                : refused(it, Set.of("cloud-unavailable"));
    }

    private static Optional<String> kept() {
        return Optional.empty();
    }

    private static Optional<String> broken(String words) {
        return Optional.of(words);
    }
}
