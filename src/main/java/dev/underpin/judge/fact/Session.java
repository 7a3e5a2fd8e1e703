package dev.underpin.judge.fact;

import dev.underpin.history.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One session of technical support, as it passed over the radio link and at the desk.
 *
 * @param id its number
 * @param vin the vehicle that opened it
 * @param opened the exchange in which the cloud opened it
 * @param ended the exchange that ended it, or the first that tells so where the cloud gave up a vehicle that had fallen silent; empty while it
 *     lasts
 */
public record Session(String id, String vin, Entry opened, Optional<Entry> ended) {
    private static final Pattern PATH = Pattern.compile("/vehicle/v1/([^/]+)/sessions");
    private static final Sign OPENED =
            Http.done("vehicle", "POST", PATH.pattern()).called("a session opened by the cloud");

    /** The opening of a session. */
    public static Sign opening() {
        return OPENED;
    }

    /** All sessions, in order; one that was opened again under its number is one session. */
    public static List<Session> all(Facts facts) {
        Map<String, Entry> first = new LinkedHashMap<>();
        OPENED.all(facts).forEach(entry -> first.putIfAbsent(number(entry), entry));
        return first.values().stream().map(entry -> of(facts, entry)).toList();
    }

    /** The last session. */
    public static Optional<Session> last(Facts facts) {
        List<Session> all = all(facts);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    private static Session of(Facts facts, Entry opened) {
        String id = number(opened);
        Matcher path = PATH.matcher(Http.path(opened));
        String within = "/vehicle/v1/[^/]+/sessions/" + Pattern.quote(id);
        Sign end = Http.done("desk", "POST", "/desk/v1/sessions/" + Pattern.quote(id) + "/close")
                .or(Http.done("vehicle", "POST", within + "/end"));
        Sign givenUp = Http.done("vehicle", "GET", within + "/report");
        Optional<Entry> ended = end.firstAfter(facts, opened.index())
                .or(() -> givenUp.firstAfter(facts, opened.index())
                        .filter(report -> !endedByDriver(facts, opened, report)));
        return new Session(id, path.matches() ? path.group(1) : "", opened, ended);
    }

    /** Of what the driver ends the vehicle has to tell the cloud itself. */
    private static boolean endedByDriver(Facts facts, Entry opened, Entry until) {
        return !Screens.pressed("End Now")
                .between(facts, opened.index(), until.index())
                .isEmpty();
    }

    private static String number(Entry opened) {
        return Http.response(opened).path("sessionId").asString("");
    }

    /** The place of its end; behind everything while it lasts. */
    public int endPlace() {
        return ended.map(Entry::index).orElse(Facts.END);
    }

    /** What the desk closed it as: resolved, appointment or follow-up; aborted when the vehicle ended it; empty while it lasts. */
    public String outcome() {
        return ended.map(entry -> entry.is("leg", "desk")
                        ? Http.request(entry).path("outcome").asString("")
                        : "aborted")
                .orElse("");
    }

    /** An exchange of the vehicle within this session; {@code rest} is a pattern of what follows its number. */
    public Sign vehicle(String method, String rest) {
        return Http.done("vehicle", method, "/vehicle/v1/[^/]+/sessions/" + Pattern.quote(id) + rest);
    }

    /** An exchange of the desk about this session; {@code rest} is a pattern of what follows its number. */
    public Sign desk(String method, String rest) {
        return Http.done("desk", method, "/desk/v1/sessions/" + Pattern.quote(id) + rest);
    }

    /** A command of the desk of that kind. */
    public Sign command(String kind) {
        return desk("POST", "/commands")
                .where(entry -> Http.request(entry).path("kind").asString("").equals(kind))
                .called("a command of the support: " + kind);
    }

    /** The last root cause that the desk showed in this session before a place: the exchange that shows it. */
    public Optional<Entry> assessment(Facts facts, int place) {
        return desk("GET", "").where(entry -> !root(entry, "ecu").isEmpty()).lastBefore(facts, place);
    }

    /** A member of the root cause, {@code ecu} or {@code dtc}, in the desk's view of a session. */
    public static String root(Entry view, String member) {
        return Http.response(view).path("assessment").path("root").path(member).asString("");
    }
}
