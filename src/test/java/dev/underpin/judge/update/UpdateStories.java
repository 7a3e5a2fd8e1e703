package dev.underpin.judge.update;

import dev.underpin.history.Kind;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Updates as a vehicle without defects leaves them in the history. */
final class UpdateStories {
    static final String OLD = "2026.44";
    static final String NEW = "2026.47";
    private static final List<String> ECUS = List.of("VCU", "IVI", "NAV");
    private static final int LENGTH = 1000;
    private static final String DETAILS =
            "Version 2026.47 | Purpose: features | Estimated download: 2 min | Estimated installation: 10 min"
                    + " | New: Video streaming | Unavailable during installation: Media";
    private static final String OFFER = "{\"offerId\":\"o1\",\"version\":\"2026.47\",\"notes\":[\"Video streaming\"]}";

    private UpdateStories() {}

    /** "Install Update", then "Confirm". */
    static Story update() {
        return offered().then(installUpdate()).then(confirmed(60)).then(installed(62));
    }

    /** "Download Now", "Install Now", then "Confirm". */
    static Story downloadNow() {
        return offered()
                .then(downloaded())
                .then(new Story().at(50).press("Install Now").then(prepared(50)))
                .then(confirmed(60))
                .then(installed(62));
    }

    /** "Download Now", "Schedule", then by itself when the time has come. */
    static Story scheduled() {
        Story appointed = new Story()
                .at(50)
                .press("Schedule")
                .infotainment("update.scheduled", "Starts at 2026-11-03 02:00 UTC", "Cancel")
                .post(
                        "vehicle",
                        "/vehicle/v1/V1/events",
                        "{\"phase\":\"scheduled\",\"at\":\"2026-11-02T07:00:50Z\"}",
                        "{}");
        double night = 19 * 3600 + 60;
        return offered()
                .then(downloaded())
                .then(appointed)
                .then(prepared(night))
                .then(installed(night + 10));
    }

    /** The vehicle at rest, with the offer on its screens. */
    static Story offered() {
        Story story = new Story().at(1);
        ECUS.forEach(ecu -> story.boot(ecu, OLD, "old" + ecu));
        return story.vehicle(80, 0, "P", false)
                .action("wifi", "on", true)
                .signal("GW_VehicleMode", "UpdateMode", 0)
                .signal("VCU_DriveState", "DriveInhibit", 0)
                .signal("VCU_DriveState", "DriveReady", 1)
                .signal("VCU_Functions", "ComfortAvailable", 1)
                .at(10)
                .get("/vehicle/v1/V1/offer", 200, OFFER)
                .infotainment("update.available", DETAILS, "Install Update, Download Now, Schedule, Later");
    }

    /** From "Install Update" to the question. */
    static Story installUpdate() {
        return new Story().at(20).press("Install Update").then(fetched()).then(prepared(40));
    }

    private static Story downloaded() {
        return new Story()
                .at(20)
                .press("Download Now")
                .then(fetched())
                .at(40)
                .infotainment("update.downloaded", "Version 2026.47", "Install Now, Schedule, Later");
    }

    /** The download, from its first view to its last. */
    static Story fetched() {
        Story story = new Story()
                .at(20)
                .infotainment("update.download", "Wi-Fi", "Cancel", "progress", 0)
                .get("/vehicle/v1/V1/director/2.targets.json", 200, targets());
        for (String ecu : ECUS) {
            story.get("/vehicle/v1/images/%s.upi".formatted(ecu), 206, "", "bytes", LENGTH);
        }
        return story.at(30)
                .progress("update.download", 50)
                .progress("update.download", 100)
                .gone("update.download");
    }

    /** Verification, then the question. */
    static Story prepared(double at) {
        Story story = new Story().at(at).infotainment("update.prepare", "", "");
        ECUS.forEach(ecu -> story.answers(ecu, "62F191" + hex("H1")));
        return story.at(at + 1).infotainment("update.confirm", "Version 2026.47", "Confirm, Later");
    }

    private static Story confirmed(double at) {
        return new Story().at(at).press("Confirm");
    }

    /** Programming up to the point where all images are checked. */
    static Story programmed(double at) {
        Story story = new Story()
                .at(at)
                .infotainment("update.install", "", "", "progress", 0)
                .signal("GW_VehicleMode", "UpdateMode", 1)
                .signal("VCU_DriveState", "DriveReady", 0)
                .signal("VCU_DriveState", "DriveInhibit", 1)
                .signal("VCU_Functions", "ComfortAvailable", 0);
        for (String ecu : ECUS) {
            story.asks(ecu, "3101FF00")
                    .answers(ecu, "7101FF0000")
                    .asks(ecu, "34")
                    .asks(ecu, "36")
                    .answers(ecu, "7101020200");
        }
        return story.at(at + 30).progress("update.install", 50).progress("update.install", 99);
    }

    /** Programming, restart, examination, the good end. */
    static Story installed(double at) {
        Story story = programmed(at).at(at + 40).infotainment("update.restart", "", "");
        ECUS.forEach(ecu -> story.boot(ecu, NEW, "new" + ecu));
        ECUS.forEach(ecu -> story.answers(ecu, "62F195" + hex(NEW)));
        return free(story)
                .at(at + 50)
                .infotainment("update.install", "", "", "progress", 100)
                .post("vehicle", "/vehicle/v1/V1/manifest", "{}", "{\"status\":\"IN_SYNC\"}")
                .infotainment(
                        "update.done",
                        "Version 2026.47 installed | New: Video streaming | Your vehicle is ready for use",
                        "OK",
                        "title",
                        "Your vehicle software is up to date");
    }

    /** Programming fails in one control unit, and the old software comes back. */
    static Story failed() {
        Story story = offered()
                .then(installUpdate())
                .then(confirmed(60))
                .then(programmed(62))
                .without(Records.uds("71010202"))
                .at(95)
                .refuses("NAV", "36", "72")
                .infotainment("update.restart", "", "");
        ECUS.forEach(ecu -> story.boot(ecu, OLD, "old" + ecu));
        return free(story)
                .at(110)
                .infotainment(
                        "update.error",
                        "Contact support | Retry now or schedule a retry",
                        "Retry, Schedule, Contact Support, Troubleshooting",
                        "reason",
                        "installation-failed");
    }

    /** As {@link #failed}, but nothing refused anything: the controller of a node changed its state instead. */
    static Story failedOffTheBus(String node, String state) {
        return failed().without(it -> it.is("nrc", "72"))
                .without(Records.view("update.error"))
                .at(96)
                .record(Kind.CONTROLLER, "bus", "drive", "node", node, "state", state)
                .at(110)
                .infotainment(
                        "update.error",
                        "Contact support | Retry now or schedule a retry",
                        "Retry, Schedule, Contact Support, Troubleshooting",
                        "reason",
                        "installation-failed");
    }

    /** The attempt without a network, the advice, the connection, the retry. */
    static Story withoutNetwork() {
        Story story = offered()
                .at(15)
                .action("wifi", "off", true)
                .action("cellular", "off", true)
                .at(18)
                .press("Install Update");
        noNetwork(story, "Connect to Wi-Fi or enable cellular data");
        return story.at(19)
                .action("wifi", "on", true)
                .press("Retry")
                .then(fetched())
                .then(prepared(40));
    }

    /** The attempt without a network, and the retry without one. */
    static Story stillWithoutNetwork() {
        Story story = offered()
                .at(15)
                .action("wifi", "off", true)
                .action("cellular", "off", true)
                .at(18)
                .press("Install Update");
        noNetwork(story, "Connect to Wi-Fi or enable cellular data");
        story.at(25).press("Retry");
        return noNetwork(story, "Connect to Wi-Fi or enable cellular data | Try again later");
    }

    private static Story noNetwork(Story story, String text) {
        return story.infotainment(
                "update.error",
                text,
                "Retry, Schedule, Later",
                "reason",
                "network",
                "title",
                "A stable connection is required");
    }

    /** The attempt with a low battery, the advice, the charger, the retry. */
    static Story lowBattery() {
        return offered()
                .at(15)
                .vehicle(20, 0, "P", false)
                .at(18)
                .press("Install Update")
                .infotainment(
                        "update.error",
                        "Connect the vehicle to a charger",
                        "Retry, Schedule, Later",
                        "reason",
                        "battery",
                        "title",
                        "Battery too low")
                .at(19)
                .vehicle(20, 0, "P", true)
                .press("Retry")
                .then(fetched())
                .then(prepared(40));
    }

    /** An attempt that is refused because of {@code reason}; {@code fact} tells what stood in its way. */
    static Story refused(Story fact, String reason) {
        return offered()
                .then(fact)
                .at(18)
                .press("Install Update")
                .infotainment("update.error", "", "Retry", "reason", reason);
    }

    private static Story free(Story story) {
        return story.signal("GW_VehicleMode", "UpdateMode", 0)
                .signal("VCU_DriveState", "DriveInhibit", 0)
                .signal("VCU_DriveState", "DriveReady", 1)
                .signal("VCU_Functions", "ComfortAvailable", 1);
    }

    private static String targets() {
        return "{\"signed\":{\"targets\":[%s]}}"
                .formatted(String.join(
                        ",",
                        ECUS.stream()
                                .map(ecu ->
                                        "{\"ecu\":\"%s\",\"version\":\"%s\",\"sha256\":\"new%s\",\"length\":%d,\"filename\":\"%s.upi\"}"
                                                .formatted(ecu, NEW, ecu, LENGTH, ecu))
                                .toList()));
    }

    static String hex(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
