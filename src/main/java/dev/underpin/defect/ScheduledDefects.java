package dev.underpin.defect;

import dev.underpin.cloud.Seams;
import dev.underpin.cloud.update.SyncStatus;
import dev.underpin.vehicle.telematics.update.Reason;
import java.util.List;
import java.util.Map;

/** Defects that the contract of the update with app and schedule finds. */
final class ScheduledDefects {
    private static final int VCU_DRIVE_STATE = 280;
    private static final int DRIVE_INHIBIT = 2;
    private static final int GW_VEHICLE_MODE = 929;
    private static final int UPDATE_MODE = 1;
    private static final String ENTRY = "ota-scheduled-update/preconditions.feature";
    private static final String MAIN = "ota-scheduled-update/main.feature";
    private static final String DETOUR = "ota-scheduled-update/alternative.feature";
    private static final String ERROR = "ota-scheduled-update/installation-error.feature";
    private static final String FULL = "@OTS-M3S";
    private static final String FROM_THE_APP = "@OTS-G1 and @OTS-M2S";
    private static final String GROUP = "@OTS-A3U";

    private ScheduledDefects() {}

    static List<Defect> ofTheWayIn() {
        return List.of(
                Defect.of("updates-with-poor-network", Area.UPDATE, "V5", "the vehicle updates with a poor network")
                        .breaking(ENTRY, "@OTS-P1", "OTS-P1")
                        .vehicle(() -> Gates.without(Reason.NETWORK)),
                Defect.of("updates-with-empty-battery", Area.UPDATE, "V6", "the vehicle updates with an empty battery")
                        .breaking(ENTRY, "@OTS-P2", "OTS-P2")
                        .vehicle(() -> Gates.without(Reason.BATTERY)),
                Defect.of(
                                "charger-does-not-count",
                                Area.UPDATE,
                                "V7",
                                "a charger does not make up for an empty battery")
                        .breaking(ENTRY, "@OTS-P2", "OTS-P2")
                        .vehicle(() -> Gates.shut(Reason.BATTERY)),
                Defect.of(
                                "offered-without-permission",
                                Area.CLOUD,
                                "B9",
                                "a user without a permission is offered an update")
                        .breaking(ENTRY, "@OTS-P3", "OTS-P3")
                        .cloud(() -> Seams.standard().withOfferRule(rule -> account -> {})),
                Defect.of("nobody-told-of-offer", Area.CLOUD, "OTS-M1U", "neither dashboard nor app tells of an update")
                        .breaking(MAIN, FROM_THE_APP, "OTS-M1U")
                        .vehicle(() ->
                                Radio.answering("GET", ".*/mailbox.*", body -> body.replace("\"offer\"", "\"other\""))),
                Defect.of("details-without-version", Area.SCREEN, "V1", "the details lack the version")
                        .breaking(MAIN, FROM_THE_APP, "OTS-M1S")
                        .vehicle(() -> Picture.silentAbout("Version", "update.available")),
                Defect.of("details-without-features", Area.SCREEN, "V1", "the details lack the key features")
                        .breaking(MAIN, FROM_THE_APP, "OTS-M1S")
                        .vehicle(() -> Picture.silentAbout("New:", "update.available")),
                Defect.of("app-command-lost", Area.CLOUD, "D10", "a choice in the app never reaches the vehicle")
                        .breaking(MAIN, FROM_THE_APP, "OTS-M2S")
                        .vehicle(() -> Radio.answering(
                                "GET", ".*/mailbox.*", body -> body.replace("\"app-command\"", "\"other\""))),
                Defect.of(
                                "no-advice-to-charge",
                                Area.SCREEN,
                                "Q13",
                                "a low battery is told without the advice to charge")
                        .breaking(DETOUR, "@OTS-A1S", "OTS-A1S")
                        .vehicle(() -> Picture.silentAbout("charger", "update.error")));
    }

    static List<Defect> ofTheInstallation() {
        return List.of(
                Defect.of(
                                "inhibit-not-signalled",
                                Area.ECU,
                                "V8",
                                "the drive control does not say that driving is inhibited")
                        .breaking(MAIN, FULL, "OTS-M4S")
                        .vehicle(() -> Frames.sent("VCU", Map.of(VCU_DRIVE_STATE, data -> data[0] &= ~DRIVE_INHIBIT))),
                Defect.of("comfort-stays-on", Area.ECU, "V9", "comfort functions stay on during the installation")
                        .breaking(MAIN, FULL, "OTS-M4S")
                        .vehicle(() -> Frames.heard("VCU", Map.of(GW_VEHICLE_MODE, data -> data[0] &= ~UPDATE_MODE))),
                Defect.of(
                                "failure-without-support",
                                Area.SCREEN,
                                "V11",
                                "a failed installation is told without a way to support")
                        .breaking(ERROR, GROUP, "OTS-A3U")
                        .vehicle(() -> Picture.without("Contact Support", "update.error")),
                Defect.of(
                                "failure-without-troubleshooting",
                                Area.SCREEN,
                                "V11",
                                "a failed installation is told without troubleshooting")
                        .breaking(ERROR, GROUP, "OTS-A3S")
                        .vehicle(() -> Picture.without("Troubleshooting", "update.error")),
                Defect.of(
                                "starts-without-its-group",
                                Area.UPDATE,
                                "V32",
                                "a control unit starts its new image without its group")
                        .breaking(ERROR, GROUP, "V32")
                        .vehicle(() -> Hasty.activationOf("BMS")),
                Defect.of(
                                "sync-after-rollback",
                                Area.CLOUD,
                                "Q9",
                                "the cloud believes a vehicle to be in sync that has rolled back")
                        .breaking(ERROR, GROUP, "B12")
                        .cloud(() -> Seams.standard().withSyncRule(rule -> (assigned, report) -> SyncStatus.IN_SYNC)));
    }
}
