package dev.underpin.judge.support;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Words;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Session;
import dev.underpin.judge.fact.Sign;
import dev.underpin.time.Nanos;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The report of an ended session: one, the same by number and hash, with the user and with the team. */
public final class Reports {
    private static final long DELIVERED = 2 * Nanos.MINUTE;
    private static final Sign TEAM = Http.done("desk", "GET", "/desk/v1/inbox");
    private static final Sign APP = Http.done("app", "GET", "/app/v1/[^/]+/inbox");
    private static final Sign FETCHED = Http.done("vehicle", "GET", "/vehicle/v1/[^/]+/sessions/[^/]+/report");
    private static final Pattern NUMBER = Pattern.compile("Diagnostics report (\\S+)");
    private static final Pattern HASH = Pattern.compile("sha256 ([0-9a-f]{64})");

    private record Copy(String number, String hash) {}

    private Reports() {}

    /** Whether the report of that ended session reached both. */
    public static Finding delivered(Facts facts, Session session) {
        Entry ended = session.ended().orElseThrow();
        Map<Copy, Entry> team = new LinkedHashMap<>();
        TEAM.between(facts, session.opened().index(), Facts.END)
                .forEach(entry -> collect(team, entry, Http.response(entry).path("reports"), session));
        Map<Copy, Entry> user = new LinkedHashMap<>();
        APP.between(facts, session.opened().index(), Facts.END)
                .forEach(entry -> collect(user, entry, Http.response(entry).path("messages"), session));
        Set<String> others = others(facts, session);
        shown(facts, ended).forEach((copy, view) -> {
            if (!others.contains(copy.number())) {
                user.putIfAbsent(copy, view);
            }
        });
        if (team.size() > 1 || user.size() > 1) {
            return Finding.fail(
                    "there is more than one report: the team has %s, the user has %s"
                            .formatted(team.keySet(), user.keySet()),
                    ended);
        }
        return bothHaveIt(facts, ended, team, user);
    }

    private static Finding bothHaveIt(Facts facts, Entry ended, Map<Copy, Entry> team, Map<Copy, Entry> user) {
        if (user.isEmpty()) {
            return missing(facts, ended, "the report has not reached the user");
        }
        if (team.isEmpty()) {
            return TEAM.firstAfter(facts, ended.index())
                    .map(look -> Finding.fail("the report is not in the team's inbox", ended, look))
                    .orElseGet(() -> missing(facts, ended, "the report has not been seen in the team's inbox"));
        }
        var teams = team.entrySet().iterator().next();
        var users = user.entrySet().iterator().next();
        return teams.getKey().equals(users.getKey())
                ? Finding.pass(
                        "report %s is with both".formatted(teams.getKey().number()),
                        ended,
                        teams.getValue(),
                        users.getValue())
                : Finding.fail(
                        "the team has %s, the user has %s".formatted(teams.getKey(), users.getKey()),
                        ended,
                        teams.getValue(),
                        users.getValue());
    }

    private static Finding missing(Facts facts, Entry ended, String words) {
        return facts.now() > ended.at() + DELIVERED
                ? Finding.fail("%s within %s".formatted(words, Words.span(DELIVERED)), ended)
                : Finding.open("an end of: " + words, ended);
    }

    private static void collect(Map<Copy, Entry> copies, Entry entry, JsonNode list, Session session) {
        for (JsonNode report : list) {
            if (report.path("sessionId").asString("").equals(session.id()) && report.has("reportId")) {
                copies.putIfAbsent(
                        new Copy(
                                report.path("reportId").asString(""),
                                report.path("sha256").asString("")),
                        entry);
            }
        }
    }

    /** Numbers of reports that came to the vehicle or the app as those of other sessions. */
    private static Set<String> others(Facts facts, Session session) {
        Stream<JsonNode> fetched = FETCHED.all(facts).stream().map(Http::response);
        Stream<JsonNode> told = APP.all(facts).stream()
                .flatMap(entry -> Http.response(entry).path("messages").valueStream());
        return Stream.concat(fetched, told)
                .filter(it -> it.has("sessionId"))
                .filter(it -> !it.path("sessionId").asString("").equals(session.id()))
                .map(it -> it.path("reportId").asString(""))
                .collect(Collectors.toSet());
    }

    private static Map<Copy, Entry> shown(Facts facts, Entry ended) {
        Map<Copy, Entry> copies = new LinkedHashMap<>();
        List<Entry> views = facts.between(
                ended.index(),
                Facts.END,
                Kind.SCREEN,
                view -> view.is("view", "diag.report") && !Screens.isDismissal(view));
        views.forEach(view -> copy(view).ifPresent(copy -> copies.putIfAbsent(copy, view)));
        return copies;
    }

    private static Optional<Copy> copy(Entry view) {
        Matcher number = NUMBER.matcher(view.text("title"));
        Matcher hash = HASH.matcher(view.text("text"));
        return number.find() && hash.find() ? Optional.of(new Copy(number.group(1), hash.group(1))) : Optional.empty();
    }
}
