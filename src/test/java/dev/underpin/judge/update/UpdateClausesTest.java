package dev.underpin.judge.update;

import static dev.underpin.judge.update.Records.boot;
import static dev.underpin.judge.update.Records.http;
import static dev.underpin.judge.update.Records.image;
import static dev.underpin.judge.update.Records.of;
import static dev.underpin.judge.update.Records.press;
import static dev.underpin.judge.update.Records.signal;
import static dev.underpin.judge.update.Records.uds;
import static dev.underpin.judge.update.Records.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Judge;
import dev.underpin.judge.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateClausesTest {
    private static final Judge JUDGE = Judge.standard();

    private static Verdict verdict(String clause, Story story) {
        return JUDGE.judge(clause, story.history()).verdict();
    }

    static Stream<Arguments> kept() {
        Story update = UpdateStories.update();
        Story now = UpdateStories.downloadNow();
        Stream<Arguments> main = Stream.of(
                        "OTA-G1", "OTA-P1", "OTA-P2", "OTA-P3", "OTA-P4", "OTA-P5", "OTA-M1", "OTA-M2", "OTA-M3",
                        "OTA-M4", "OTA-M5", "OTA-Q1", "OTA-Q2", "OTA-Q3", "OTA-Q4")
                .map(clause -> arguments(clause, update));
        Stream<Arguments> scheduled = Stream.of(
                        "OTS-P1", "OTS-P2", "OTS-P3", "OTS-M1U", "OTS-M1S", "OTS-M2U", "OTS-M2S", "OTS-M3U", "OTS-M3S",
                        "OTS-M4U", "OTS-M4S", "OTS-M5U", "OTS-M5S", "OTS-Q1", "OTS-Q2", "OTS-Q3")
                .map(clause -> arguments(clause, now));
        Stream<Arguments> trouble = Stream.of(
                arguments("OTS-G1", UpdateStories.scheduled()),
                arguments("OTS-Q1", UpdateStories.scheduled()),
                arguments("OTA-A1", UpdateStories.withoutNetwork()),
                arguments("OTA-A2", UpdateStories.withoutNetwork()),
                arguments("OTA-A3", UpdateStories.withoutNetwork()),
                arguments("OTA-A4", UpdateStories.withoutNetwork()),
                arguments("OTA-A5", UpdateStories.stillWithoutNetwork()),
                arguments("OTS-A1U", UpdateStories.lowBattery()),
                arguments("OTS-A1S", UpdateStories.lowBattery()),
                arguments("OTS-A2U", UpdateStories.lowBattery()),
                arguments("OTS-A2S", UpdateStories.lowBattery()),
                arguments("OTS-A1U", UpdateStories.withoutNetwork()),
                arguments("OTS-A2U", UpdateStories.withoutNetwork()),
                arguments("OTS-A3U", UpdateStories.failed()),
                arguments("OTS-A3U", UpdateStories.failedOffTheBus("VCU", "bus-off")),
                arguments("OTS-A3S", UpdateStories.failed()));
        return Stream.of(main, scheduled, trouble).flatMap(it -> it);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kept")
    void aVehicleWithoutDefectsPasses(String clause, Story story) {
        Finding finding = JUDGE.judge(clause, story.history());

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.PASS);
        assertThat(finding.records()).isNotEmpty();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(
                        "OTA-P1",
                        "network",
                        new Story().at(12).action("wifi", "off", true).action("cellular", "off", true)),
                arguments("OTS-P1", "network", new Story().at(12).action("network", "weak", true)),
                arguments("OTA-P2", "ota-not-supported", denied("ota-not-supported")),
                arguments("OTA-P3", "account-not-registered", denied("account-not-registered")),
                arguments("OTS-P3", "consent-missing", denied("consent-missing")),
                arguments("OTA-P4", "battery", new Story().at(12).vehicle(29, 0, "P", false)),
                arguments("OTS-P2", "battery", new Story().at(12).vehicle(29, 0, "P", false)),
                arguments("OTA-P5", "not-parked", new Story().at(12).vehicle(80, 30, "D", false)),
                arguments(
                        "OTA-P5",
                        "navigation-active",
                        new Story().at(12).signal("GW_VehicleMode", "NavigationActive", 1)),
                arguments(
                        "OTA-P5",
                        "driving-assistance-active",
                        new Story().at(12).signal("ADAS_Status", "Active", 1)));
    }

    private static Story denied(String code) {
        return new Story().at(12).get("/vehicle/v1/V1/offer", 403, "{\"error_code\":\"%s\"}".formatted(code));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("refusals")
    void aTrueRefusalPasses(String clause, String reason, Story fact) {
        assertThat(verdict(clause, UpdateStories.refused(fact, reason))).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("refusals")
    void aRefusalForNoReasonFails(String clause, String reason, Story fact) {
        assertThat(verdict(clause, UpdateStories.refused(new Story(), reason))).isEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("refusals")
    void goingOnInSpiteOfTheReasonFails(String clause, String reason, Story fact) {
        Story story = UpdateStories.offered().then(fact).then(UpdateStories.installUpdate());

        assertThat(verdict(clause, story)).isEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("refusals")
    void programmingAfterARefusalFails(String clause, String reason, Story fact) {
        Story story = UpdateStories.refused(fact, reason).then(UpdateStories.programmed(30));

        assertThat(verdict(clause, story)).isEqualTo(Verdict.FAIL);
    }

    static Stream<Arguments> broken() {
        Story update = UpdateStories.update();
        Story now = UpdateStories.downloadNow();
        return Stream.of(
                arguments(
                        "OTA-M4",
                        "asked although bytes are missing",
                        update.where(image().and(http("NAV.upi")), "bytes", 999)),
                arguments(
                        "OTA-M4",
                        "asked before the image came",
                        update.moved(image().and(http("NAV.upi")), press("Confirm"))),
                arguments("OTA-M5", "done before the restart", update.moved(view("update.done"), boot("newNAV"))),
                arguments("OTA-M5", "no restart at all", update.without(boot("newVCU"))),
                arguments(
                        "OTA-M5",
                        "ready is not said",
                        update.where(view("update.done"), "text", "Version 2026.47 installed")),
                arguments("OTA-M5", "failed", UpdateStories.failed()),
                arguments("OTA-Q1", "failed", UpdateStories.failed()),
                arguments("OTA-Q1", "a mixed state", update.where(boot("newNAV"), "sha256", "oldNAV")),
                arguments("OTA-Q1", "an incomplete image runs", update.where(boot("newVCU"), "complete", false)),
                arguments("OTA-Q1", "the boot loader runs", update.where(boot("newVCU"), "from", "bootloader")),
                arguments(
                        "OTA-Q1",
                        "fell back later",
                        UpdateStories.update().at(200).boot("VCU", "2026.44", "oldVCU")),
                arguments(
                        "OTA-Q1",
                        "says the old version",
                        update.where(uds("62F195").and(of("IVI")), "pdu", "62F195" + UpdateStories.hex("2026.44"))),
                arguments(
                        "OTA-Q1",
                        "the cloud sees a failure",
                        update.where(http("/manifest"), "response", "{\"status\":\"FAILED\"}")),
                arguments("OTA-Q2", "told twice", UpdateStories.update().at(150).infotainment("update.done", "", "OK")),
                arguments(
                        "OTA-Q3",
                        "the feature is not named",
                        update.where(view("update.done"), "text", "ready for use")),
                arguments(
                        "OTA-Q4",
                        "offered again",
                        UpdateStories.update().at(150).infotainment("update.available", "", "")),
                arguments(
                        "OTA-A2",
                        "another reason",
                        UpdateStories.withoutNetwork().where(view("update.error"), "reason", "battery")),
                arguments(
                        "OTA-A2", "no advice", UpdateStories.withoutNetwork().where(view("update.error"), "text", "")),
                arguments(
                        "OTA-A5",
                        "no way to schedule",
                        UpdateStories.stillWithoutNetwork().where(view("update.error"), "buttons", "Retry")),
                arguments(
                        "OTA-A5",
                        "no word of later",
                        UpdateStories.stillWithoutNetwork().where(view("update.error"), "text", "")),
                arguments("OTS-M1S", "no version", now.where(view("update.available"), "text", "New: Video streaming")),
                arguments(
                        "OTS-M1S",
                        "a feature is missing",
                        now.where(
                                view("update.available"),
                                "text",
                                "Version 2026.47 | Estimated download: 2 min | Estimated installation: 10 min")),
                arguments(
                        "OTS-M3S",
                        "asked without a look at the vehicle",
                        now.without(uds("62F191").and(of("VCU")))),
                arguments("OTS-M4S", "comfort stays on", now.without(signal("ComfortAvailable", 0))),
                arguments("OTS-M4S", "driving stays allowed", now.without(signal("DriveInhibit", 1))),
                arguments("OTS-M5S", "not said to be up to date", now.where(view("update.done"), "title", "Done")),
                arguments("OTS-Q1", "an old image", now.where(boot("newIVI"), "sha256", "oldIVI")),
                arguments(
                        "OTS-Q3", "the feature is not named", now.where(view("update.done"), "text", "ready for use")),
                arguments("OTS-A1S", "no advice", UpdateStories.lowBattery().where(view("update.error"), "text", "")),
                arguments("OTS-A2U", "tried again as before", UpdateStories.stillWithoutNetwork()),
                arguments(
                        "OTS-A3U",
                        "no support",
                        UpdateStories.failed().where(view("update.error"), "buttons", "Retry")),
                arguments(
                        "OTS-A3S",
                        "no help",
                        UpdateStories.failed().where(view("update.error"), "buttons", "Contact Support")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("broken")
    void aDefectFails(String clause, String defect, Story story) {
        Finding finding = JUDGE.judge(clause, story.history());

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.FAIL);
    }

    static Stream<Arguments> open() {
        Story update = UpdateStories.update();
        Story now = UpdateStories.downloadNow();
        Stream<Arguments> unbegun = UpdateCheckers.byClause().keySet().stream()
                .map(clause -> arguments(clause, "nothing has happened", new Story()));
        return Stream.concat(
                unbegun,
                Stream.of(
                        arguments("OTA-M2", "not pressed", update.until(press("Install Update"))),
                        arguments("OTS-A3U", "on the bus", UpdateStories.failedOffTheBus("VCU", "error-passive")),
                        arguments("OTS-A3U", "not being updated", UpdateStories.failedOffTheBus("BRK", "bus-off")),
                        arguments("OTA-M3", "no bytes", update.until(image())),
                        arguments("OTA-M4", "not asked", update.until(view("update.confirm"))),
                        arguments("OTA-M5", "not done", update.until(view("update.done"))),
                        arguments("OTA-G1", "not booted", update.until(boot("newNAV"))),
                        arguments("OTA-Q1", "no manifest", update.without(http("/manifest"))),
                        arguments("OTA-Q1", "version not read", update.without(uds("62F195"))),
                        arguments("OTA-Q3", "still in update mode", update.without(signal("UpdateMode", 0))),
                        arguments(
                                "OTA-Q3",
                                "a new lamp",
                                UpdateStories.offered()
                                        .then(UpdateStories.installUpdate())
                                        .at(60)
                                        .press("Confirm")
                                        .lamp("ev-system", "red", true)
                                        .then(UpdateStories.installed(62))),
                        arguments(
                                "OTA-A4",
                                "no retry",
                                UpdateStories.withoutNetwork().until(press("Retry"))),
                        arguments("OTS-M2S", "no progress", now.without(image())),
                        arguments(
                                "OTS-M5U",
                                "bar stands still",
                                now.without(view("update.install").and(it -> it.is("change", "updated")))),
                        arguments(
                                "OTS-G1",
                                "not installed yet",
                                UpdateStories.scheduled().until(uds("3101FF00"))),
                        arguments(
                                "OTS-A2S",
                                "not asked yet",
                                UpdateStories.lowBattery().until(view("update.confirm")))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("open")
    void whatIsNotDecidedIsOpen(String clause, String why, Story story) {
        assertThat(verdict(clause, story)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void anUpdateFromTheAppIsFreedomToo() {
        Story story = UpdateStories.offered()
                .at(20)
                .record(Kind.PRESS, "screen", "app", "button", "Download Now", "effect", "accepted")
                .post("app", "/app/v1/V1/commands", "{\"command\":\"Download Now\"}", "{}")
                .then(UpdateStories.fetched());

        for (String clause : List.of("OTS-G1", "OTS-M2U", "OTS-M2S")) {
            assertThat(verdict(clause, story)).as(clause).isEqualTo(Verdict.PASS);
        }
    }
}
