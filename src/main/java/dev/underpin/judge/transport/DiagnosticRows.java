package dev.underpin.judge.transport;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Checker;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Promise;
import dev.underpin.judge.Words;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Session;
import dev.underpin.judge.fact.Uds;
import dev.underpin.judge.fact.Vehicle;
import dev.underpin.time.Nanos;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Rows B1 to B10 of the diagnostics' fault catalogue: faults between the gateway and a control unit during a read-out. */
final class DiagnosticRows {
    private static final long PENDING_LIMIT = 25 * Nanos.SECOND;
    private static final long SLACK = 2 * Nanos.SECOND;
    private static final long UNANSWERED = 12 * Nanos.SECOND;
    private static final long BUSY_PAUSE = 200 * Nanos.MILLISECOND;
    private static final long BUDGET = 65 * Nanos.SECOND;
    private static final int BUSY_TRIES = 11;
    private static final int TRIES = 2;

    private DiagnosticRows() {}

    static List<Promise> all() {
        return List.of(
                row(
                        "B1",
                        "a silent unit is listed as not responding with last_seen; others unaffected",
                        DiagnosticRows::silent),
                row(
                        "B2",
                        "response pending ends at the limit, and the next unit's turn comes",
                        DiagnosticRows::pending),
                row("B3", "bounded retries, the exact response code shown, no endless loop", DiagnosticRows::refused),
                row("B4", "discarded as invalid or unanswered; never a value in the report", DiagnosticRows::discarded),
                row("B5", "two answers are detected and the value is marked untrusted", DiagnosticRows::untrusted),
                row("B6", "the transport's timeouts end it; no hang; one retry", DiagnosticRows::transported),
                new Promise(
                        "B7",
                        "the unit recovers, the read-out resumes, a partial result is labelled",
                        history -> BusRead.applies(history)
                                ? BusRead.judged(history)
                                : judged(history, DiagnosticRows::resumed)),
                row(
                        "B8",
                        "all codes are shown, or marked truncated; the console stays usable",
                        DiagnosticRows::flooded),
                row("B9", "data that stand still are marked stale, not shown as live", DiagnosticRows::stale),
                row(
                        "B10",
                        "after a reset the unit is identified again before anything else",
                        DiagnosticRows::identified));
    }

    private static Promise row(String id, String expected, Function<UnitRead, Optional<String>> complaint) {
        Checker checker = history -> judged(history, complaint);
        return new Promise(id, expected, checker);
    }

    private static Finding judged(History history, Function<UnitRead, Optional<String>> complaint) {
        Facts facts = new Facts(history);
        Optional<UnitRead> read = UnitRead.of(facts);
        if (read.isEmpty()) {
            return endless(facts).orElseGet(() -> Finding.open("a read-out of the unit with the fault"));
        }
        Entry fault = read.get().fault();
        Entry snapshot = read.get().snapshot();
        return complaint
                .apply(read.get())
                .or(() -> read.get().neglected())
                .map(words -> Finding.fail(words, fault, snapshot))
                .orElseGet(() -> Finding.pass(
                        "%s is told as %s"
                                .formatted(read.get().ecu(), read.get().state()),
                        fault,
                        snapshot));
    }

    /** A session whose read-out is not there when the budget of all control units is over. */
    private static Optional<Finding> endless(Facts facts) {
        return Session.last(facts)
                .map(Session::opened)
                .filter(opened -> facts.now() > opened.at() + BUDGET + PENDING_LIMIT)
                .map(opened -> Finding.fail("no read-out came within " + Words.span(BUDGET + PENDING_LIMIT), opened));
    }

    private static Optional<String> silent(UnitRead read) {
        if (!read.state().equals("silent")) {
            return Optional.of("%s is listed as %s".formatted(read.ecu(), read.state()));
        }
        Optional<Entry> heard = Uds.of(read.ecu(), Uds.response(""))
                .lastBefore(read.facts(), read.opened().index());
        if (heard.isEmpty() || read.member("lastSeen").isEmpty()) {
            return Optional.of("when it was last seen is not told");
        }
        Instant captured =
                Instant.parse(Http.request(read.snapshot()).path("capturedAt").asString(""));
        long told = Duration.between(Instant.parse(read.member("lastSeen")), captured)
                .toNanos();
        long real = read.opened().at() - heard.get().at();
        return Math.abs(told - real) <= SLACK
                ? Optional.empty()
                : Optional.of("it was last seen %s before the read-out, but %s are told"
                        .formatted(Words.span(real), Words.span(told)));
    }

    private static Optional<String> pending(UnitRead read) {
        if (!notResponding(read)) {
            return Optional.of("it is listed as %s".formatted(read.row()));
        }
        List<Entry> waits =
                read.responses().stream().filter(entry -> entry.is("nrc", "78")).toList();
        if (waits.isEmpty()) {
            return Optional.of("it never asked to wait");
        }
        return within(read, PENDING_LIMIT + SLACK);
    }

    private static Optional<String> refused(UnitRead read) {
        List<Entry> refusals = read.responses().stream()
                .filter(entry -> !entry.text("nrc").isEmpty())
                .toList();
        if (refusals.isEmpty()) {
            return Optional.of("it refused nothing");
        }
        String nrc = refusals.getLast().text("nrc");
        if (!read.member("nrc").equals(nrc) || !read.state().equals("refused")) {
            return Optional.of(
                    "it refused with %s, but is listed as %s %s".formatted(nrc, read.state(), read.member("nrc")));
        }
        if (read.mostRepeated() > (nrc.equals("21") ? BUSY_TRIES : 1)) {
            return Optional.of("the same was asked %d times".formatted(read.mostRepeated()));
        }
        List<Entry> requests = read.requests();
        for (int i = 1; i < requests.size(); i++) {
            if (requests.get(i).at() - requests.get(i - 1).at() < BUSY_PAUSE && nrc.equals("21")) {
                return Optional.of("a busy unit was asked again at once");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> discarded(UnitRead read) {
        boolean answered = read.state().equals("answered") && !read.row().has("error_code");
        if (answered || read.row().has("versions") || read.row().has("values")) {
            return Optional.of("it is listed as %s".formatted(read.row()));
        }
        if (!List.of("invalid-response-content", "not-responding").contains(read.member("error_code"))) {
            return Optional.of("the reason told is '%s'".formatted(read.member("error_code")));
        }
        return read.responses().stream()
                .map(DiagnosticRows::text)
                .filter(text ->
                        text.length() > 2 && read.snapshot().text("request").contains(text))
                .findFirst()
                .map(text -> "the report holds '%s'".formatted(text))
                .or(() -> within(read, UNANSWERED));
    }

    private static String text(Entry response) {
        String pdu = response.text("pdu");
        return pdu.length() <= 6
                ? ""
                : new String(HexFormat.of().parseHex(pdu.substring(6)), StandardCharsets.US_ASCII).strip();
    }

    private static Optional<String> untrusted(UnitRead read) {
        String did = read.fault().text("target").split(" ")[1].substring(2);
        for (JsonNode value : read.row().path("values")) {
            if (value.path("did").asString("").equals(did)) {
                return value.path("untrusted").asBoolean(false)
                        ? Optional.empty()
                        : Optional.of("the value %s, told twice and differently, is shown as sound".formatted(did));
            }
        }
        return Optional.of("the value %s is missing".formatted(did));
    }

    private static Optional<String> transported(UnitRead read) {
        if (read.mostRepeated() > TRIES) {
            return Optional.of("the same was asked %d times".formatted(read.mostRepeated()));
        }
        boolean lasting = read.fault().text("target").endsWith("always");
        boolean harmless = read.fault().text("target").matches(".*stmin-127.*");
        if (lasting && !harmless) {
            return notResponding(read)
                    ? within(read, UNANSWERED)
                    : Optional.of("it is listed as %s".formatted(read.row()));
        }
        return whole(read).or(() -> within(read, UNANSWERED));
    }

    private static Optional<String> resumed(UnitRead read) {
        boolean labelled = notResponding(read) || read.row().path("incomplete").asBoolean(false);
        if (!labelled && whole(read).isPresent()) {
            return Optional.of("it is listed as %s".formatted(read.row()));
        }
        return read.facts()
                        .firstAfter(
                                read.fault().index(),
                                Kind.CONTROLLER,
                                entry -> entry.is("node", read.ecu()) && entry.is("state", "error-active"))
                        .isPresent()
                ? Optional.empty()
                : Optional.of("%s did not come back to the bus".formatted(read.ecu()));
    }

    private static Optional<String> flooded(UnitRead read) {
        Optional<Entry> said = read.responses().stream()
                .filter(entry -> entry.text("pdu").startsWith("5902"))
                .reduce((earlier, later) -> later);
        if (said.isEmpty()) {
            return Optional.of("it told no codes");
        }
        long told = read.row()
                .path("dtcs")
                .valueStream()
                .map(dtc -> dtc.path("code").asString(""))
                .distinct()
                .count();
        if (told < read.row().path("dtcs").size()) {
            return Optional.of("a code is shown twice");
        }
        int real = Uds.codes(said.get()).size();
        if (told < real && !read.row().path("truncated").asBoolean(false)) {
            return Optional.of(
                    "%d of %d codes are shown, and it is not said that some are missing".formatted(told, real));
        }
        if (shown(read).isEmpty()) {
            return Optional.of("the console has not shown it");
        }
        return read.snapshot().at() - read.opened().at() <= BUDGET
                ? Optional.empty()
                : Optional.of("the read-out took "
                        + Words.span(read.snapshot().at() - read.opened().at()));
    }

    private static Optional<String> stale(UnitRead read) {
        String did = read.fault().text("target").split(" ")[1].substring(2);
        Optional<Entry> console = shown(read);
        if (console.isEmpty()) {
            return Optional.of("the console has not shown it");
        }
        return standing(did, read.row())
                .or(() -> standing(did, read.rowIn(Http.response(console.get()).path("snapshot"))));
    }

    private static Optional<String> standing(String did, JsonNode row) {
        for (JsonNode value : row.path("values")) {
            if (value.path("did").asString("").equals(did)) {
                boolean sourced = value.has("ecu") && value.has("capturedAt") && value.has("sessionId");
                return value.path("stale").asBoolean(false) && sourced
                        ? Optional.empty()
                        : Optional.of("the value, which stands still, is shown as live: %s".formatted(value));
            }
        }
        return Optional.of("the value %s is missing".formatted(did));
    }

    private static Optional<Entry> shown(UnitRead read) {
        return Http.done("desk", "GET", "/desk/v1/sessions/[^/]+")
                .firstAfter(read.facts(), read.snapshot().index());
    }

    private static Optional<String> identified(UnitRead read) {
        Optional<Entry> boot =
                Vehicle.boot(read.ecu()).firstAfter(read.facts(), read.fault().index());
        if (boot.isEmpty()) {
            return Optional.of("%s did not come back".formatted(read.ecu()));
        }
        Optional<Entry> first = Uds.of(read.ecu(), Uds.response(""))
                .firstAfter(read.facts(), boot.get().index());
        if (first.isEmpty() || first.get().index() > read.snapshot().index()) {
            return Optional.of("the read-out went on without it");
        }
        return first.get().text("pdu").startsWith("62F1")
                ? whole(read)
                        .or(() -> unsaid(read, boot.get()))
                        .or(() -> itself(read, "62F195", "software"))
                        .or(() -> itself(read, "62F191", "hardware"))
                : Optional.of("the first that it was asked after its reset was answered with "
                        + first.get().text("pdu"));
    }

    /** What of the unit's identity was not heard of it again since it came back. */
    private static Optional<String> unsaid(UnitRead read, Entry boot) {
        return Stream.of("62F195", "62F191")
                .filter(answer -> read.responses().stream()
                        .noneMatch(entry -> entry.index() > boot.index()
                                && entry.text("pdu").startsWith(answer)))
                .findFirst()
                .map(answer -> "after its reset it was not asked for " + answer.substring(2));
    }

    /** What is told of the unit's identity that it did not say itself last. */
    private static Optional<String> itself(UnitRead read, String answer, String member) {
        String told = read.row().path("versions").path(member).asString("");
        return read.responses().stream()
                .filter(entry -> entry.text("pdu").startsWith(answer))
                .reduce((earlier, later) -> later)
                .filter(said -> read.row().has("versions"))
                .map(DiagnosticRows::text)
                .filter(said -> !said.equals(told))
                .map(said -> "it says that its %s is '%s', but '%s' is told".formatted(member, said, told));
    }

    private static Optional<String> whole(UnitRead read) {
        boolean whole = read.state().equals("answered")
                && read.row().path("values").size() > 0
                && !read.row().path("incomplete").asBoolean(false);
        return whole ? Optional.empty() : Optional.of("it is listed as %s".formatted(read.row()));
    }

    private static boolean notResponding(UnitRead read) {
        return read.state().equals("silent") && read.member("error_code").equals("not-responding");
    }

    private static Optional<String> within(UnitRead read, long limit) {
        return read.turn() <= limit
                ? Optional.empty()
                : Optional.of("it held up the others for %s instead of at most %s"
                        .formatted(Words.span(read.turn()), Words.span(limit)));
    }
}
