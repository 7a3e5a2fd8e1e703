package dev.underpin.judge.update;

import static dev.underpin.judge.update.Records.boot;
import static dev.underpin.judge.update.Records.kind;
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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateInvariantsTest {
    private static final Judge JUDGE = Judge.standard();
    private static final List<String> OF_INSTALLATIONS = List.of("V2", "V3", "V8", "V10", "V12", "V32", "downgrade");

    private static Finding finding(String rule, Story story) {
        return JUDGE.invariant(rule).checker().check(story.history());
    }

    static Stream<Arguments> kept() {
        Stream<Story> whole = Stream.of(
                UpdateStories.update(), UpdateStories.downloadNow(), UpdateStories.scheduled(), UpdateStories.failed());
        Stream<Arguments> every =
                whole.flatMap(story -> OF_INSTALLATIONS.stream().map(rule -> arguments(rule, story)));
        return Stream.concat(
                every,
                Stream.of(
                        arguments("V4", UpdateStories.scheduled()),
                        arguments("V13", UpdateStories.update()),
                        arguments("V32", failedBeforeTheErase()),
                        arguments("B12", believed(UpdateStories.update())),
                        arguments(
                                "Q10",
                                UpdateStories.lowBattery()
                                        .at(60)
                                        .press("Confirm")
                                        .then(UpdateStories.installed(62)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kept")
    void aVehicleWithoutDefectsPasses(String rule, Story story) {
        Finding finding = finding(rule, story);

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.PASS);
    }

    private static Story believed(Story story) {
        return story.post(
                "vehicle", "/vehicle/v1/V1/manifest", "{\"signed\":{\"offerId\":\"o1\"}}", "{\"status\":\"IN_SYNC\"}");
    }

    static Stream<Arguments> broken() {
        Story update = UpdateStories.update();
        Story scheduled = UpdateStories.scheduled();
        Story gear = UpdateStories.offered()
                .signal("GW_VehicleMode", "UpdateMode", 1)
                .signal("VCU_DriveState", "DriveInhibit", 1);
        return Stream.of(
                arguments("V2", "nobody confirmed", update.without(press("Confirm"))),
                arguments("V2", "the screen did not take the press", update.where(press("Confirm"), "effect", "none")),
                arguments(
                        "V2",
                        "a second installation without a word",
                        UpdateStories.update().then(UpdateStories.installed(200))),
                arguments(
                        "V2",
                        "too early",
                        UpdateStories.scheduled()
                                .without(press("Confirm"))
                                .where(view("update.scheduled"), "text", "Starts at 2026-11-03 04:00 UTC")),
                arguments("V3", "one word for both", update.without(press("Confirm"))),
                arguments(
                        "V4",
                        "before the window",
                        scheduled.where(view("update.scheduled"), "text", "2026-11-03 04:00 UTC")),
                arguments(
                        "V4",
                        "after the window",
                        scheduled.where(view("update.scheduled"), "text", "2026-11-02 23:00 UTC")),
                arguments(
                        "V8",
                        "gear granted",
                        gear.action("gear", "D", true).signal("VCU_DriveState", "DriveInhibit", 0)),
                arguments("V4", "at once", UpdateStories.scheduled().without(view("update.scheduled"))),
                arguments(
                        "V4",
                        "missed",
                        scheduled.until(uds("3101FF00")).at(22 * 3600).vehicle(80, 0, "P", false)),
                arguments(
                        "V8",
                        "never released",
                        update.without(signal("UpdateMode", 0)).at(300).vehicle(80, 0, "P", false)),
                arguments("V8", "outside of update mode", update.without(signal("UpdateMode", 1))),
                arguments(
                        "V8",
                        "gear granted in update mode",
                        UpdateStories.offered()
                                .signal("GW_VehicleMode", "UpdateMode", 1)
                                .action("gear", "D", true)
                                .signal("GW_VehicleMode", "UpdateMode", 0)),
                arguments("B12", "believed without an installation", believed(UpdateStories.failed())),
                arguments(
                        "V32",
                        "the end is not told",
                        UpdateStories.update()
                                .until(view("update.done"))
                                .at(2000)
                                .vehicle(80, 0, "P", false)),
                arguments("V8", "ready while erased", update.without(signal("DriveReady", 0))),
                arguments(
                        "V10",
                        "falls",
                        UpdateStories.update()
                                .at(31)
                                .progress("update.download", 40)
                                .progress("update.download", 30)),
                arguments("V10", "beyond", UpdateStories.update().at(31).progress("update.download", 101)),
                arguments(
                        "V10", "100 % unchecked", update.without(uds("71010202").and(of("NAV")))),
                arguments(
                        "V10",
                        "100 % of a bad check",
                        update.where(uds("71010202").and(of("IVI")), "pdu", "7101020201")),
                arguments("V12", "half an image runs", update.where(boot("newVCU"), "complete", false)),
                arguments(
                        "V13",
                        "another version told",
                        update.where(view("update.done"), "text", "Version 2026.48 installed")),
                arguments(
                        "V13",
                        "another version on the wire",
                        update.where(uds("62F195").and(of("VCU")), "pdu", "62F195" + UpdateStories.hex("2026.46"))),
                arguments(
                        "V32",
                        "other software although nothing was erased",
                        failedBeforeTheErase().at(60).boot("VCU", "2026.47", "newVCU")),
                arguments("V32", "mixed after success", update.where(boot("newNAV"), "sha256", "oldNAV")),
                arguments(
                        "V32",
                        "mixed after failure",
                        UpdateStories.failed().at(200).boot("VCU", "2026.47", "newVCU")),
                arguments(
                        "downgrade",
                        "an older version",
                        UpdateStories.update().at(200).boot("VCU", "2026.9", "x")),
                arguments(
                        "Q10",
                        "programmed although refused",
                        UpdateStories.refused(new Story(), "battery").then(UpdateStories.programmed(30))));
    }

    private static Story failedBeforeTheErase() {
        return UpdateStories.offered()
                .then(UpdateStories.installUpdate())
                .at(42)
                .infotainment("update.install", "", "")
                .at(50)
                .infotainment("update.error", "Contact support", "Retry", "reason", "installation-failed");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("broken")
    void aDefectFails(String rule, String defect, Story story) {
        Finding finding = finding(rule, story);

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.FAIL);
        assertThat(finding.records()).isNotEmpty();
    }

    static Stream<Arguments> open() {
        return Stream.of(
                arguments("V4", UpdateStories.scheduled().until(view("update.done"))),
                arguments("V4", UpdateStories.scheduled().until(view("update.scheduled"))),
                arguments("V8", UpdateStories.update().without(signal("UpdateMode", 0))),
                arguments("V8", UpdateStories.update().without(signal("DriveInhibit", 0))),
                arguments("V32", UpdateStories.update().until(view("update.done"))),
                arguments("V32", UpdateStories.failed().until(view("update.error"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("open")
    void whatIsUnderWayIsOpen(String rule, Story story) {
        assertThat(finding(rule, story).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @ParameterizedTest
    @MethodSource("notApplying")
    void aRuleWithoutAnObjectDoesNotRun(String rule) {
        assertThat(finding(rule, new Story()).verdict()).isEqualTo(Verdict.NOT_RUN);
    }

    static List<String> notApplying() {
        return List.of("V2", "V3", "V4", "V10", "V12", "V13", "B12", "V32", "Q10", "downgrade");
    }

    /** When the drive control said that it was ready, lost its supply and came back; the inverter is erased at 62 s. */
    @ParameterizedTest(name = "ready at {0} s, without supply from {1} s, back at {2} s: {3}")
    @CsvSource({
        "40, 61, 99, PASS",
        "40, 55, 61.5, PASS",
        "40, 50, 55, FAIL",
        "40, 30, 99, FAIL",
        "60, 50, 55, FAIL",
        "40, 99, 99, FAIL"
    })
    void whoIsSilentIsReadyNoMore(double ready, double cut, double back, Verdict verdict) {
        Finding finding = finding("V8", drive(ready, cut, back));

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(verdict);
        assertThat(finding.reason()).contains(verdict == Verdict.FAIL ? "ready to drive" : "held still");
    }

    @Test
    void theSilenceOfAnotherUnitOrBeforeTheBootLoaderIsNone() {
        assertThat(finding("V8", drive(40, 61, 99).where(kind(Kind.SUPPLY), "ecu", "GW"))
                        .verdict())
                .isEqualTo(Verdict.FAIL);
        assertThat(finding("V8", drive(40, 50, 55).where(kind(Kind.BOOT).and(of("VCU")), "from", "bootloader"))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void whoWasSilentMayNotBeReadyBeforeTheOtherRunsAgain() {
        Story again = drive(40, 61, 99).until(kind(Kind.BOOT).and(of("INV")));

        assertThat(finding("V8", again.at(80).signal("VCU_DriveState", "DriveReady", 1))
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }

    /** An update of the inverter in which the drive control last said that it was ready before it was silent; 99 s for never. */
    private static Story drive(double ready, double cut, double back) {
        Story story = new Story().at(1).vehicle(80, 0, "P", false).signal("GW_VehicleMode", "UpdateMode", 1);
        TreeMap<Double, Story> events = new TreeMap<>();
        events.put(ready, new Story().at(ready).signal("VCU_DriveState", "DriveReady", 1));
        events.put(cut, new Story().at(cut).record(Kind.SUPPLY, "ecu", "VCU", "powered", false));
        events.put(back, new Story().at(back).boot("VCU", UpdateStories.OLD, "oldVCU"));
        events.put(62.0, new Story().at(62).asks("INV", "3101FF00").answers("INV", "7101FF0000"));
        events.put(90.0, new Story().at(90).boot("INV", UpdateStories.NEW, "newINV"));
        events.headMap(99.0).values().forEach(story::then);
        return story.at(95)
                .signal("GW_VehicleMode", "UpdateMode", 0)
                .infotainment("update.done", "Version 2026.47 installed", "OK");
    }

    @Test
    void parkMayBeSelectedDuringAnUpdate() {
        Story story = UpdateStories.offered()
                .signal("GW_VehicleMode", "UpdateMode", 1)
                .signal("VCU_DriveState", "DriveInhibit", 1)
                .action("gear", "P", true)
                .action("gear", "D", false)
                .signal("VCU_DriveState", "DriveInhibit", 0)
                .signal("GW_VehicleMode", "UpdateMode", 0);

        assertThat(finding("V8", story).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aConfirmationInTheAppIsAWord() {
        Story story = UpdateStories.offered()
                .then(UpdateStories.installUpdate())
                .at(60)
                .post("app", "/app/v1/V1/commands", "{\"command\":\"Confirm\"}", "{}")
                .then(UpdateStories.installed(62));

        assertThat(finding("V2", story).verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding("V3", story).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aScheduleCountsAsAWayOutOfARefusal() {
        double night = 19 * 3600 + 60;
        Story story = UpdateStories.refused(new Story(), "network")
                .at(25)
                .press("Schedule")
                .infotainment("update.scheduled", "Starts at 2026-11-03 02:00 UTC", "Cancel")
                .post(
                        "vehicle",
                        "/vehicle/v1/V1/events",
                        "{\"phase\":\"scheduled\",\"at\":\"2026-11-02T07:00:25Z\"}",
                        "{}")
                .then(UpdateStories.programmed(night));

        assertThat(finding("Q10", story).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aRetryCountsAsAWayOutOfARefusal() {
        Story story = UpdateStories.refused(new Story(), "battery")
                .at(25)
                .press("Retry")
                .then(UpdateStories.programmed(30));

        assertThat(finding("Q10", story).verdict()).isEqualTo(Verdict.PASS);
    }
}
