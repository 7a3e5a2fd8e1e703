package dev.underpin.judge.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Judge;
import dev.underpin.judge.Tale;
import dev.underpin.judge.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** CS-09 where reports of several sessions come together, and where somebody looks before the end has been heard. */
class ReportsTest {
    private static final double BEFORE_THE_END = 49.5;
    private static final double AFTER_THE_END = 51.5;
    private static final String OWN = report("R-1", "S-1");
    private static final String SECOND = report("R-2", "S-1");
    private static final String ANOTHERS = report("R-0", "S-0");

    @ParameterizedTest(name = "{0}")
    @MethodSource("sound")
    void one_report_with_both_is_enough_wherever_others_are_seen(String what, Tale story) {
        Finding finding = delivered(story);

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("broken")
    void what_is_not_one_report_with_both_fails(String what, String words, Tale story) {
        Finding finding = delivered(story);

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.FAIL);
        assertThat(finding.reason()).contains(words);
    }

    private static Stream<Arguments> sound() {
        Tale resolved = SupportTales.resolved();
        return Stream.of(
                arguments("the vehicle fetches and shows another session's report", shown(fetched(ANOTHERS), "R-0")),
                arguments("the app is told of another session's report", shown(appTold(resolved, ANOTHERS), "R-0")),
                arguments("the team has another session's report too", look(resolved, AFTER_THE_END, ANOTHERS, OWN)),
                arguments("the team looks before the end is heard", look(unseen(), BEFORE_THE_END, OWN)),
                arguments(
                        "the app looks before the end is heard", app(resolved.without("report"), BEFORE_THE_END, OWN)));
    }

    private static Stream<Arguments> broken() {
        Tale resolved = SupportTales.resolved();
        String several = "more than one report";
        return Stream.of(
                arguments("a second report of this session is fetched", several, shown(fetched(SECOND), "R-2")),
                arguments("a report that nobody has sent is shown", several, shown(resolved, "R-0")),
                arguments(
                        "a report without a session is fetched",
                        several,
                        shown(fetched("{\"reportId\":\"R-0\",\"sha256\":\"0\"}"), "R-0")),
                arguments("the app has a second one", several, app(appTold(resolved, OWN), AFTER_THE_END, SECOND)),
                arguments("the team has a second one early", several, look(resolved, BEFORE_THE_END, SECOND)),
                arguments(
                        "the user gets another session's report in its place",
                        "has not reached the user",
                        shown(fetched(resolved.without("report"), ANOTHERS), "R-0")
                                .untilTime(400)),
                arguments(
                        "the team looked early and never had it",
                        "not been seen in the team's inbox",
                        look(unseen(), BEFORE_THE_END).untilTime(400)),
                arguments(
                        "the team has another session's alone",
                        "not in the team's inbox",
                        look(unseen(), AFTER_THE_END, ANOTHERS)),
                arguments(
                        "the team's early copy differs",
                        "the user has",
                        look(unseen(), BEFORE_THE_END, OWN.replace(SupportTales.HASH, "f".repeat(64)))));
    }

    private static Finding delivered(Tale story) {
        return Judge.standard().invariant("CS-09").checker().check(story.history());
    }

    /** The session with its report, at whose desk nobody has looked yet. */
    private static Tale unseen() {
        return SupportTales.resolved().without("inbox");
    }

    private static Tale look(Tale story, double at, String... reports) {
        return http(story, at, "desk", "/desk/v1/inbox", "{\"reports\":[%s]}".formatted(String.join(",", reports)));
    }

    private static Tale appTold(Tale story, String... reports) {
        return app(story, AFTER_THE_END, reports);
    }

    private static Tale app(Tale story, double at, String... reports) {
        String messages = "{\"messages\":[%s]}".formatted(String.join(",", reports));
        return http(story, at, "app", "/app/v1/" + SupportTales.VIN + "/inbox", messages);
    }

    private static Tale fetched(String report) {
        return fetched(SupportTales.resolved(), report);
    }

    private static Tale fetched(Tale story, String report) {
        String path = "/vehicle/v1/%s/sessions/S-0/report".formatted(SupportTales.VIN);
        return http(story, AFTER_THE_END, "vehicle", path, report);
    }

    private static Tale http(Tale story, double at, String leg, String path, String response) {
        return story.tell(
                "exchange",
                at,
                Kind.HTTP,
                "leg",
                leg,
                "method",
                "GET",
                "path",
                path,
                "status",
                "200",
                "response",
                response);
    }

    private static Tale shown(Tale story, String number) {
        return story.tell(
                "another report",
                AFTER_THE_END + 1,
                Kind.SCREEN,
                "screen",
                "infotainment",
                "change",
                "shown",
                "view",
                "diag.report",
                "title",
                "Diagnostics report " + number,
                "text",
                "sha256 " + SupportTales.HASH);
    }

    private static String report(String number, String session) {
        return "{\"reportId\":\"%s\",\"sessionId\":\"%s\",\"sha256\":\"%s\"}"
                .formatted(number, session, SupportTales.HASH);
    }
}
