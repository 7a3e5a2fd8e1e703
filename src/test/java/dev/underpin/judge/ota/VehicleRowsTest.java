package dev.underpin.judge.ota;

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

class VehicleRowsTest {
    private static final String OFFER = "{\"offerId\":\"o\",\"version\":\"2\"}";
    private static final String TARGETS = "{\"signed\":{\"targets\":["
            + "{\"ecu\":\"BMS\",\"filename\":\"b\",\"version\":\"2\",\"sha256\":\"new\",\"length\":1}]}}";

    /** A loss of power in the middle of an installation that went back, and is told as such. */
    private static Tale wentBack() {
        return Tale.empty()
                .tell("first", 1, Kind.BOOT, "ecu", "BMS", "from", "application", "sha256", "old", "complete", "true")
                .tell(
                        "offer",
                        2,
                        Kind.HTTP,
                        "leg",
                        "vehicle",
                        "method",
                        "GET",
                        "path",
                        "/vehicle/v1/V/offer",
                        "status",
                        "200",
                        "response",
                        OFFER)
                .tell(
                        "targets",
                        3,
                        Kind.HTTP,
                        "leg",
                        "vehicle",
                        "method",
                        "GET",
                        "path",
                        "/vehicle/v1/V/director/1.targets.json",
                        "status",
                        "200",
                        "response",
                        TARGETS)
                .tell("erase", 4, Kind.UDS, "ecu", "BMS", "direction", "request", "pdu", "3101FF00")
                .tell("cut", 5, Kind.FAULT, "fault", "blackout", "state", "injected")
                .tell("boot", 6, Kind.BOOT, "ecu", "BMS", "from", "application", "sha256", "old", "complete", "true")
                .tell("cut again", 7, Kind.FAULT, "fault", "blackout", "state", "injected")
                .tell(
                        "end",
                        9,
                        Kind.SCREEN,
                        "screen",
                        "infotainment",
                        "change",
                        "shown",
                        "view",
                        "update.error",
                        "text",
                        "Your previous software has been restored",
                        "buttons",
                        "Retry, Schedule",
                        "reason",
                        "installation-failed");
    }

    /** A refusal for what the body tells. */
    private static Tale contact(String target, String reason) {
        return Tale.empty()
                .tell("contact", 5, Kind.FAULT, "fault", "body-contact", "target", target, "state", "injected")
                .tell(
                        "end",
                        9,
                        Kind.SCREEN,
                        "screen",
                        "infotainment",
                        "change",
                        "shown",
                        "view",
                        "update.error",
                        "text",
                        "Nothing was changed",
                        "reason",
                        reason);
    }

    /** The same, but the new software runs in the end. */
    private static Tale wentOn() {
        return wentBack()
                .without("end")
                .tell("new", 8, Kind.BOOT, "ecu", "BMS", "from", "application", "sha256", "new", "complete", "true")
                .tell(
                        "done",
                        9,
                        Kind.SCREEN,
                        "screen",
                        "infotainment",
                        "change",
                        "shown",
                        "view",
                        "update.done",
                        "text",
                        "Version 2 installed");
    }

    /** The same, erased once more behind a first outcome. */
    private static Tale twice() {
        return wentOn().tell(
                        "early end",
                        4.5,
                        Kind.SCREEN,
                        "screen",
                        "infotainment",
                        "change",
                        "shown",
                        "view",
                        "update.error")
                .tell("again", 7.5, Kind.UDS, "ecu", "BMS", "direction", "request", "pdu", "3101FF00");
    }

    static Stream<Arguments> kept() {
        return Stream.concat(
                Stream.concat(
                        Stream.of(
                                arguments("D5", contact("door-open", "door-open")),
                                arguments("D5", contact("13", "slope")),
                                arguments("D11-before", contact("alarm", "alarm")),
                                arguments(
                                        "D3-gear",
                                        wentOn().tell(
                                                        "gear",
                                                        8.5,
                                                        Kind.ACTION,
                                                        "action",
                                                        "gear",
                                                        "value",
                                                        "D",
                                                        "granted",
                                                        "false")),
                                arguments("H5", wentBack()),
                                arguments("H6", contact("", "key-locked")),
                                arguments("D11", wentBack().changed("cut", "target", "crash"))),
                        Stream.of("W2", "W4", "W5", "W6", "W7", "W8", "W9", "E1", "I8", "I9", "M19", "I4-counter")
                                .map(row -> arguments(row, wentBack()))),
                Stream.of("W1", "W2", "W4", "W7", "W8", "W9", "W10", "H3", "H4", "H2-slow", "H7", "C9")
                        .map(row -> arguments(row, wentOn())));
    }

    static Stream<Arguments> broken() {
        Tale lied = wentOn().changed("new", "sha256", "old");
        Tale silent = wentBack().changed("end", "text", "Contact support");
        Tale half = wentBack().changed("boot", "complete", "false");
        return Stream.of(
                arguments("W1", wentOn().changed("boot", "sha256", "new")),
                arguments("W2", half),
                arguments("W3", wentOn()),
                arguments("W4", lied),
                arguments("W5", silent),
                arguments("W5", half),
                arguments("W6", wentBack().without("cut again")),
                arguments("W7", lied),
                arguments("W8", lied),
                arguments("W9", lied),
                arguments("W10", wentBack()),
                arguments("D1", lied),
                arguments("D2", lied),
                arguments("D3", lied),
                arguments("D3-gear", wentOn()),
                arguments(
                        "D3-gear",
                        wentOn().tell("gear", 8.5, Kind.ACTION, "action", "gear", "value", "D", "granted", "true")),
                arguments("D4", wentOn()),
                arguments("D5", contact("door-open", "slope")),
                arguments("D5", wentOn()),
                arguments("D5-enough", wentBack()),
                arguments("D5-again", wentBack()),
                arguments("D11", lied),
                arguments(
                        "D11",
                        wentBack()
                                .changed("cut", "target", "crash")
                                .tell("next", 5.5, Kind.UDS, "ecu", "INV", "direction", "request", "pdu", "3101FF00")),
                arguments("D11-before", contact("crash", "alarm")),
                arguments("D6", lied),
                arguments("D9", wentOn()),
                arguments("D10", lied),
                arguments("E1", silent),
                arguments(
                        "E2",
                        wentBack()
                                .changed("end", "reason", "verification-failed")
                                .tell("late", 5.5, Kind.UDS, "ecu", "BMS", "direction", "request", "pdu", "3101FF00")),
                arguments("E4", wentBack()),
                arguments("I8", silent),
                arguments("I8", wentOn()),
                arguments("I9", half),
                arguments("I9", lied),
                arguments("M19", wentOn()),
                arguments("I4-counter", wentBack().without("erase")),
                arguments("I4", wentOn()),
                arguments("I5", wentOn()),
                arguments("C9", twice()),
                arguments("C4-late", twice()),
                arguments("C8", wentOn()),
                arguments("E3", wentOn()),
                arguments("H2-slow", wentBack()),
                arguments("D8-download", wentOn()),
                arguments("H1", wentBack()),
                arguments("H2", wentOn()),
                arguments("H3", lied),
                arguments("H4", wentBack()),
                arguments("H5", lied),
                arguments("H6", contact("", "verification-failed")),
                arguments(
                        "H7",
                        wentOn().tell(
                                        "event",
                                        8.5,
                                        Kind.HTTP,
                                        "leg",
                                        "vehicle",
                                        "method",
                                        "POST",
                                        "path",
                                        "/vehicle/v1/V/events",
                                        "status",
                                        "200",
                                        "request",
                                        "{\"logKibibytes\":1025}")),
                arguments("H6", wentOn()));
    }

    private static Finding finding(String row, Tale tale) {
        return Judge.standard().row("ota-" + row).orElseThrow().checker().check(tale.history());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kept")
    void what_the_catalogue_expects_passes(String row, Tale tale) {
        Finding finding = finding(row, tale);

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void what_it_does_not_expect_fails(String row, Tale tale) {
        Finding finding = finding(row, tale);

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.FAIL);
    }
}
