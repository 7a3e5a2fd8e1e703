package dev.underpin.judge.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Judge;
import dev.underpin.judge.Tale;
import dev.underpin.judge.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SupportInvariantsTest {
    private static final Judge JUDGE = Judge.standard();
    private static final String HEALTH = "/vehicle/v1/" + SupportTales.VIN + "/sessions/S-1/health";

    @ParameterizedTest(name = "{0}")
    @MethodSource("kept")
    void whatHoldsPasses(String rule, Tale story) {
        Finding finding = judge(rule, story);

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("broken")
    void whatDoesNotHoldFails(String rule, String words, Tale story) {
        Finding finding = judge(rule, story);

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.FAIL);
        assertThat(finding.reason()).contains(words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("open")
    void whatMayStillComeIsOpen(String rule, Tale story) {
        assertThat(judge(rule, story).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void whatDoesNotApplyIsNotJudged() {
        assertThat(Stream.of(
                        "CS-08",
                        "GW-01",
                        "GW-12",
                        "HMI-02",
                        "SC-05",
                        "CS-09",
                        "V35",
                        "V39",
                        "GW-16",
                        "no-lamp-while-healthy"))
                .allSatisfy(
                        rule -> assertThat(judge(rule, Tale.empty()).verdict()).isEqualTo(Verdict.NOT_RUN));
    }

    private static Finding judge(String rule, Tale story) {
        return JUDGE.invariant(rule).checker().check(story.history());
    }

    private static Stream<Arguments> kept() {
        return Stream.of(
                arguments("CS-08", SupportTales.resolved()),
                arguments("CS-08", SupportTales.byPhone()),
                arguments("GW-01", SupportTales.session()),
                arguments("GW-12", askedWhileMoving()),
                arguments("HMI-02", SupportTales.resolved()),
                arguments("SC-05", SupportTales.resolved()),
                arguments("CS-09", SupportTales.resolved()),
                arguments("CS-09", SupportTales.appointed()),
                arguments(
                        "V35",
                        installed()
                                .tell(
                                        "manifest",
                                        62,
                                        Kind.HTTP,
                                        "leg",
                                        "vehicle",
                                        "method",
                                        "POST",
                                        "path",
                                        "/vehicle/v1/V/manifest",
                                        "status",
                                        "200")),
                arguments("V39", installed()),
                arguments("GW-16", SupportTales.session().without("fault")),
                arguments("no-lamp-while-healthy", drivenOn()));
    }

    private static Stream<Arguments> broken() {
        Tale resolved = SupportTales.resolved();
        return Stream.of(
                arguments(
                        "CS-08",
                        "without the driver's agreement",
                        SupportTales.session().without("allow")),
                arguments(
                        "CS-08",
                        "after the session had ended",
                        resolved.tell(
                                "late",
                                80,
                                Kind.UDS,
                                "ecu",
                                "THM",
                                "direction",
                                "request",
                                "sid",
                                "19",
                                "pdu",
                                "190208")),
                arguments(
                        "CS-08",
                        "after the session had ended",
                        SupportTales.session()
                                .until("snapshot")
                                .tell(
                                        "end",
                                        40,
                                        Kind.PRESS,
                                        "screen",
                                        "infotainment",
                                        "button",
                                        "End Now",
                                        "effect",
                                        "accepted")
                                .tell(
                                        "late",
                                        44,
                                        Kind.UDS,
                                        "ecu",
                                        "BMS",
                                        "direction",
                                        "request",
                                        "sid",
                                        "22",
                                        "pdu",
                                        "224910")),
                arguments(
                        "GW-01",
                        "had not said which vehicle",
                        SupportTales.session().without("vin")),
                arguments("GW-01", "is for another", SupportTales.session().changed("vin", "pdu", "62F190414243")),
                arguments(
                        "GW-12",
                        "while the vehicle moved",
                        askedWhileMoving()
                                .tell(
                                        "moved",
                                        46,
                                        Kind.UDS,
                                        "ecu",
                                        "THM",
                                        "direction",
                                        "response",
                                        "sid",
                                        "31",
                                        "pdu",
                                        "7101020300")),
                arguments(
                        "HMI-02",
                        "no screen of the vehicle",
                        SupportTales.session().without("sign")),
                arguments(
                        "HMI-02",
                        "no screen of the vehicle",
                        resolved.tell(
                                "health", 70, Kind.HTTP, "leg", "vehicle", "method", "POST", "path", HEALTH, "status",
                                "200")),
                arguments("HMI-02", "no button", SupportTales.session().changed("sign", "buttons", "")),
                arguments("SC-05", "still reports", resolved.changed("gone", "pdu", "5902FF0C4A922F")),
                arguments(
                        "CS-09",
                        "more than one report",
                        resolved.tell(
                                "second",
                                53,
                                Kind.SCREEN,
                                "screen",
                                "app",
                                "change",
                                "shown",
                                "view",
                                "diag.report",
                                "title",
                                "Diagnostics report R-2",
                                "text",
                                "sha256 " + SupportTales.HASH)),
                arguments(
                        "CS-09", "not in the team's inbox", resolved.changed("inbox", "response", "{\"reports\":[]}")),
                arguments("V35", "no report", installed().untilTime(600)),
                arguments(
                        "V39",
                        "fault storage switched off",
                        installed()
                                .without("setting on")
                                .tell(
                                        "kept alive",
                                        68,
                                        Kind.UDS,
                                        "ecu",
                                        "BMS",
                                        "direction",
                                        "request",
                                        "sid",
                                        "3E",
                                        "pdu",
                                        "3E80")
                                .untilTime(72)),
                arguments(
                        "GW-16",
                        "was not there before",
                        SupportTales.session()
                                .without("fault")
                                .tell(
                                        "new",
                                        45,
                                        Kind.UDS,
                                        "ecu",
                                        "GW",
                                        "direction",
                                        "response",
                                        "sid",
                                        "19",
                                        "pdu",
                                        "5902FFC1558709")),
                arguments(
                        "no-lamp-while-healthy",
                        "warns again",
                        drivenOn()
                                .tell(
                                        "lamp",
                                        65,
                                        Kind.LAMP,
                                        "lamp",
                                        "battery-temperature",
                                        "colour",
                                        "amber",
                                        "lit",
                                        "true")));
    }

    private static Stream<Arguments> open() {
        return Stream.of(
                arguments("CS-09", SupportTales.resolved().until("inbox")),
                arguments("V35", installed()),
                arguments(
                        "V39",
                        installed()
                                .without("setting on")
                                .tell(
                                        "kept alive",
                                        61,
                                        Kind.UDS,
                                        "ecu",
                                        "BMS",
                                        "direction",
                                        "request",
                                        "sid",
                                        "3E",
                                        "pdu",
                                        "3E80")));
    }

    private static Tale askedWhileMoving() {
        return SupportTales.session()
                .tell("moving", 44, Kind.VEHICLE, "speed", "50", "gear", "D", "soc", "80", "ignition", "true")
                .tell(
                        "asked",
                        45,
                        Kind.HTTP,
                        "leg",
                        "desk",
                        "method",
                        "POST",
                        "path",
                        "/desk/v1/sessions/S-1/commands",
                        "status",
                        "201",
                        "request",
                        "{\"kind\":\"routine\",\"ecu\":\"THM\"}");
    }

    private static Tale drivenOn() {
        return SupportTales.resolved()
                .tell("on the road", 60, Kind.VEHICLE, "speed", "60", "gear", "D", "soc", "80", "ignition", "true");
    }

    private static Tale installed() {
        return Tale.empty()
                .tell("supply", 0, Kind.SUPPLY, "ecu", "BMS", "powered", "true")
                .tell("setting off", 50, Kind.UDS, "ecu", "BMS", "direction", "response", "sid", "85", "pdu", "C502")
                .tell("erase", 52, Kind.UDS, "ecu", "BMS", "direction", "request", "sid", "31", "pdu", "3101FF00")
                .tell("setting on", 58, Kind.UDS, "ecu", "BMS", "direction", "response", "sid", "85", "pdu", "C501")
                .tell("done", 60, Kind.SCREEN, "screen", "infotainment", "change", "shown", "view", "update.done");
    }
}
