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

class SupportClausesTest {
    private static final Judge JUDGE = Judge.standard();

    @ParameterizedTest(name = "{0}")
    @MethodSource("kept")
    void aPromiseThatWasKeptPasses(String clause, Tale story) {
        Finding finding = JUDGE.judge(clause, story.history());

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.PASS);
        assertThat(finding.records()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("broken")
    void aPromiseThatWasBrokenFails(String clause, String words, Tale story) {
        Finding finding = JUDGE.judge(clause, story.history());

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.FAIL);
        assertThat(finding.reason()).contains(words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("open")
    void aPromiseThatIsNotDecidedYetIsOpen(String clause, Tale story) {
        Finding finding = JUDGE.judge(clause, story.history());

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private static Stream<Arguments> kept() {
        Tale outdated = refused("diagnostics-software", "outdated", "software-outdated");
        return Stream.of(
                arguments("RD-G1", SupportTales.session()),
                arguments("RD-G2", SupportTales.session()),
                arguments("RD-G3", SupportTales.session()),
                arguments("RD-P1", SupportTales.session()),
                arguments("RD-P1", outdated),
                arguments("RD-P2", SupportTales.session()),
                arguments("RD-P2", refused("account", "unregistered", "not-registered")),
                arguments("RD-P2", refused("contact", "missing", "contact-missing")),
                arguments("RD-P3", SupportTales.session()),
                arguments("RD-P3", refused("wifi", "off", "no-connection")),
                arguments("RD-P4", SupportTales.session()),
                arguments("RD-P4", refused("diagnostic-interface", "disabled", "interface-disabled")),
                arguments("RD-P4", declined()),
                arguments("RD-M1", SupportTales.fault()),
                arguments("RD-M2", SupportTales.session()),
                arguments("RD-M3", SupportTales.session()),
                arguments("RD-M4", SupportTales.session()),
                arguments("RD-M5", SupportTales.session()),
                arguments("RD-M5", SupportTales.appointed().without("step")),
                arguments("RD-A1", SupportTales.byPhone()),
                arguments("RD-A2", SupportTales.byPhone()),
                arguments("RD-A3", SupportTales.byPhone()),
                arguments("RD-A4", SupportTales.byPhone()),
                arguments("RD-A5", SupportTales.appointed()),
                arguments("RD-Q1", SupportTales.resolved()),
                arguments("RD-Q1", SupportTales.resolved().without("tested")),
                arguments("RD-Q1", SupportTales.resolved().changed("gone", "pdu", "5902FF")),
                arguments("RD-Q2", SupportTales.appointed()),
                arguments("RD-Q2", givenUpByTheCloud()));
    }

    /** The cloud ended a session whose vehicle had fallen silent: the vehicle learns of it with the report. */
    private static Tale givenUpByTheCloud() {
        return SupportTales.appointed()
                .without("close")
                .tell(
                        "fetched",
                        51.5,
                        Kind.HTTP,
                        "leg",
                        "vehicle",
                        "method",
                        "GET",
                        "path",
                        "/vehicle/v1/V1/sessions/S-1/report",
                        "status",
                        "200",
                        "response",
                        "{\"reportId\":\"R-1\",\"sessionId\":\"S-1\",\"outcome\":\"aborted\"}");
    }

    private static Stream<Arguments> broken() {
        Tale session = SupportTales.session();
        Tale resolved = SupportTales.resolved();
        Tale appointed = SupportTales.appointed();
        Tale phone = SupportTales.byPhone();
        return Stream.of(
                arguments("RD-G1", "THM", session.changed("codes of THM", "pdu", "5902FF")),
                arguments("RD-G1", "never heard", session.without("codes")),
                arguments(
                        "RD-G1",
                        "missing",
                        session.tell("late unit", 1, Kind.SUPPLY, "ecu", "ADAS", "powered", "true")),
                arguments("RD-G2", "not the vehicle's", session.changed("health", "request", "{\"soc\":30}")),
                arguments(
                        "RD-G2",
                        "nothing was heard",
                        session.tell(
                                "health",
                                60,
                                Kind.HTTP,
                                "leg",
                                "vehicle",
                                "method",
                                "POST",
                                "path",
                                "/vehicle/v1/" + SupportTales.VIN + "/sessions/S-1/health",
                                "status",
                                "200",
                                "request",
                                "{\"soc\":80}")),
                arguments(
                        "RD-G3",
                        "did not come within",
                        session.without("guidance").untilTime(60)),
                arguments("RD-G3", "not of C-1", session.changed("result", "request", "{\"commandId\":\"C-9\"}")),
                arguments(
                        "RD-P1",
                        "in spite of software-outdated",
                        session.tell(
                                "old",
                                2,
                                Kind.ACTION,
                                "action",
                                "diagnostics-software",
                                "value",
                                "outdated",
                                "granted",
                                "true")),
                arguments("RD-P1", "although it was met", refusal(session.until("allow"), "software-outdated")),
                arguments("RD-P2", "not contact-missing", refused("contact", "missing", "not-registered")),
                arguments(
                        "RD-P3",
                        "no refusal was shown",
                        refused("wifi", "off", "no-connection")
                                .without("refusal")
                                .untilTime(120)),
                arguments(
                        "RD-P4",
                        "in spite of consent-refused",
                        declined()
                                .tell(
                                        "read",
                                        34,
                                        Kind.UDS,
                                        "ecu",
                                        "THM",
                                        "direction",
                                        "request",
                                        "sid",
                                        "19",
                                        "pdu",
                                        "19028D")),
                arguments("RD-M1", "no longer moved", SupportTales.fault().changed("driving", "speed", "0")),
                arguments("RD-M2", "did not take the touch", session.changed("button", "effect", "none")),
                arguments(
                        "RD-M2",
                        "did not come within",
                        session.without("connecting")
                                .without("sign")
                                .without("guidance")
                                .untilTime(60)),
                arguments("RD-M3", "not read from the car", session.without("vin")),
                arguments("RD-M3", "another vehicle", session.changed("vin", "pdu", "62F190414243")),
                arguments(
                        "RD-M3", "did not come within", session.without("sign").untilTime(120)),
                arguments(
                        "RD-M4",
                        "names VCU as the root",
                        session.changed(
                                "root",
                                "response",
                                "{\"assessment\":{\"root\":{\"ecu\":\"VCU\",\"dtc\":\"U0111-87\"}}}")),
                arguments("RD-M5", "reads", session.changed("guidance", "text", "Something else")),
                arguments("RD-A1", "responded", phone.changed("dead button", "effect", "accepted")),
                arguments("RD-A2", "responded", phone.changed("still dead", "effect", "accepted")),
                arguments(
                        "RD-A3", "did not come within", phone.without("opened").untilTime(600)),
                arguments("RD-A4", "not read from the car", phone.without("vin")),
                arguments("RD-A5", "not told the time", appointed.changed("told", "text", "Time: soon")),
                arguments(
                        "RD-A5",
                        "did not come within",
                        appointed.without("told").untilTime(200)),
                arguments("RD-Q1", "still reports P0C4A-92", resolved.changed("gone", "pdu", "5902FF0C4A922F")),
                arguments(
                        "RD-Q1",
                        "nothing was tested",
                        resolved.without("tested").changed("look", "pdu", "19020D")),
                arguments(
                        "RD-Q1",
                        "nothing was tested",
                        resolved.without("tested").changed("gone", "pdu", "5902FF0C4A9250")),
                arguments("RD-Q1", "was lit", resolved.without("lamp off")),
                arguments(
                        "RD-Q1",
                        "reports P0C4A-92 again",
                        resolved.tell(
                                "again",
                                58,
                                Kind.UDS,
                                "ecu",
                                "THM",
                                "direction",
                                "response",
                                "sid",
                                "19",
                                "pdu",
                                "5902FF0C4A922F")),
                arguments(
                        "RD-Q1",
                        "came back",
                        resolved.tell(
                                "again",
                                58,
                                Kind.LAMP,
                                "lamp",
                                "battery-temperature",
                                "colour",
                                "amber",
                                "lit",
                                "true")),
                arguments(
                        "RD-Q1", "not in the team's inbox", resolved.changed("inbox", "response", "{\"reports\":[]}")),
                arguments(
                        "RD-Q1",
                        "not reached the user",
                        resolved.without("report").untilTime(400)),
                arguments("RD-Q1", "the user has", resolved.changed("report", "title", "Diagnostics report R-2")),
                arguments("RD-Q1", "ended as appointment", appointed),
                arguments("RD-Q2", "no next step", appointed.without("outcome").untilTime(200)),
                arguments("RD-Q2", "is resolved", appointed.changed("outcome", "title", "Issue resolved")),
                arguments("RD-Q2", "closed as resolved", resolved));
    }

    private static Stream<Arguments> open() {
        return Stream.of(
                arguments("RD-G1", SupportTales.session().until("snapshot")),
                arguments("RD-G2", SupportTales.session().until("health")),
                arguments("RD-G3", SupportTales.session().until("done")),
                arguments("RD-P1", SupportTales.fault()),
                arguments("RD-P2", SupportTales.fault()),
                arguments("RD-P3", SupportTales.session().until("opened")),
                arguments("RD-P4", declined().until("refusal")),
                arguments("RD-M1", SupportTales.fault().until("lamp")),
                arguments("RD-M2", SupportTales.session().until("connecting")),
                arguments("RD-M3", SupportTales.session().until("opened")),
                arguments("RD-M4", SupportTales.session().until("root")),
                arguments("RD-M5", SupportTales.session().until("step")),
                arguments("RD-A1", SupportTales.fault()),
                arguments("RD-A2", SupportTales.byPhone().until("still dead")),
                arguments("RD-A3", SupportTales.byPhone().until("opened")),
                arguments("RD-A4", SupportTales.byPhone().until("step")),
                arguments("RD-A5", SupportTales.session()),
                arguments("RD-Q1", SupportTales.session()),
                arguments("RD-Q1", SupportTales.resolved().until("inbox")),
                arguments("RD-Q2", SupportTales.appointed().until("close")),
                arguments(
                        "RD-Q2",
                        givenUpByTheCloud()
                                .tell("end now", 45, Kind.PRESS, "button", "End Now", "effect", "accepted")));
    }

    private static Tale refused(String circumstance, String value, String reason) {
        Tale asked = SupportTales.session()
                .until("connecting")
                .tell("circumstance", 2, Kind.ACTION, "action", circumstance, "value", value, "granted", "true");
        return refusal(asked, reason);
    }

    private static Tale refusal(Tale story, String reason) {
        return story.tell(
                "refusal",
                33,
                Kind.SCREEN,
                "screen",
                "infotainment",
                "change",
                "shown",
                "view",
                "diag.refused",
                "reason",
                reason);
    }

    private static Tale declined() {
        return refusal(
                SupportTales.session()
                        .until("allow")
                        .tell(
                                "decline",
                                32,
                                Kind.PRESS,
                                "screen",
                                "infotainment",
                                "button",
                                "Don't Allow",
                                "effect",
                                "accepted"),
                "consent-refused");
    }
}
