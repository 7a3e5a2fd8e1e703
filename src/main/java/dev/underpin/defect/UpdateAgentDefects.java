package dev.underpin.defect;

import java.util.List;
import java.util.Map;

/** Defects of the update agent. */
final class UpdateAgentDefects {
    private static final String SMALL = "ota-update/postconditions.feature";
    private static final String INSTALLED = "@OTA-M5";
    private static final String DRIVEN = "@OTA-Q3 and not @OTA-Q4";
    private static final String FAILURES = "ota-scheduled-update/transport-faults.feature";
    private static final String BMS_HARDWARE = "424D532D483120202020202020202020";

    private UpdateAgentDefects() {}

    static List<Defect> ofTheSteps() {
        return List.of(
                Defect.of(
                                "image-check-skipped",
                                Area.UPDATE,
                                "V38",
                                "the update agent takes the check of the image for granted")
                        .breaking(SMALL, INSTALLED, "OTA-M5")
                        .vehicle(() -> Tester.granting("BMS", "31010202", "7101020200")),
                Defect.of("fingerprint-skipped", Area.UPDATE, "V37", "the update agent does not say who erases")
                        .breaking(SMALL, INSTALLED, "OTA-M5")
                        .vehicle(() -> Tester.granting("BMS", "2EF184", "6EF184")),
                Defect.of(
                                "supply-not-asked",
                                Area.UPDATE,
                                "T5",
                                "the update agent does not ask whether the supply suffices")
                        .breaking(FAILURES, "@T5 and not @OTA-A3U", "T5")
                        .vehicle(() -> Tester.granting("BMS", "3101F010", "7101F01000")),
                Defect.of("never-confirmed", Area.UPDATE, "V33", "the update agent never makes new software permanent")
                        .breaking(SMALL, INSTALLED, "OTA-Q1|V32")
                        .vehicle(() -> Tester.granting("BMS", "3101F012", "7101F01200")),
                Defect.of("never-activated", Area.UPDATE, "V33", "the update agent never has the new software started")
                        .breaking(SMALL, INSTALLED, "OTA-M5")
                        .vehicle(() -> Tester.granting("BMS", "3101F011", "7101F01100")),
                Defect.of(
                                "wrong-unit-not-noticed",
                                Area.UPDATE,
                                "V26",
                                "the update agent believes every control unit to be the right one")
                        .breaking(FAILURES, "@T15", "T15")
                        .vehicle(() -> Tester.changing(
                                "BMS", pdu -> pdu.startsWith("62F191") ? "62F191" + BMS_HARDWARE : pdu)),
                Defect.of(
                                "bad-image-taken-for-good",
                                Area.UPDATE,
                                "T12",
                                "the update agent activates an image that was found wrong")
                        .breaking(FAILURES, "@T12", "T12")
                        .vehicle(() -> Tester.changing(
                                "BMS",
                                pdu -> pdu.equals("7101020201")
                                        ? "7101020200"
                                        : pdu.equals("7101FF0101") ? "7101FF0100" : pdu)));
    }

    static List<Defect> ofTheCourse() {
        return List.of(
                Defect.of(
                                "report-with-broken-signature",
                                Area.UPDATE,
                                "V35",
                                "the report of an update is changed after it was signed")
                        .breaking(SMALL, INSTALLED, "OTA-Q1")
                        .vehicle(
                                () -> Radio.sending(".*/manifest", body -> body.replace("\"success\"", "\"Success\""))),
                Defect.of("report-lost", Area.UPDATE, "V35", "the report of an update never reaches the cloud")
                        .breaking(SMALL, INSTALLED, "OTA-Q1|V35")
                        .vehicle(() -> Radio.losing(".*/manifest")),
                Defect.of(
                                "installs-at-once-though-scheduled",
                                Area.UPDATE,
                                "V4",
                                "a time is chosen, and the update is installed at once")
                        .breaking("ota-scheduled-update/main.feature", "@OTS-G1 and @OTS-M5S", "V4")
                        .vehicle(() -> Fingers.taking("Schedule", "Install Now")),
                Defect.of(
                                "ready-while-erased",
                                Area.UPDATE,
                                "V8",
                                "the drive says that it is ready while its software is erased")
                        .breaking(SMALL, DRIVEN, "V8")
                        .vehicle(() -> Frames.sent("VCU", Map.of(280, data -> data[0] |= 1))),
                Defect.of(
                                "group-started-one-by-one",
                                Area.UPDATE,
                                "V31",
                                "one of two control units is left on its old software")
                        .breaking("ota-scheduled-update/installation-error.feature", "@OTS-Q1", "OTS-Q1|V32|OTS-A3S")
                        .vehicle(() -> Tester.granting("VCU", "3101F011", "7101F01100")),
                Defect.of("download-not-resumed", Area.UPDATE, "V29", "what has come of a download is fetched again")
                        .breaking("faults/ota-network.feature", "@ota-N2", "ota-N2")
                        .vehicle(() -> Radio.beginningAnew(".*/images/.*")));
    }
}
