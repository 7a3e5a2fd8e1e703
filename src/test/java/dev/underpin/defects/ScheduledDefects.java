package dev.underpin.defects;

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
    private static final String FULL = "@OTS-M1S";
    private static final String FROM_THE_APP = "@OTS-M2S and not @OTS-M1S";
    private static final String GROUP = "@OTS-A3U";

    private ScheduledDefects() {}

    static List<Defect> ofTheWayIn() {
        return List.of(
                Defect.vehicle(
                        "the vehicle updates with a poor network",
                        ENTRY,
                        "@OTS-P1",
                        "OTS-P1",
                        Gates.without(Reason.NETWORK)),
                Defect.vehicle(
                        "the vehicle updates with an empty battery",
                        ENTRY,
                        "@OTS-P2",
                        "OTS-P2",
                        Gates.without(Reason.BATTERY)),
                Defect.vehicle(
                        "a charger does not make up for an empty battery",
                        ENTRY,
                        "@OTS-P2",
                        "OTS-P2",
                        Gates.shut(Reason.BATTERY)),
                Defect.cloud(
                        "a user without a permission is offered an update",
                        ENTRY,
                        "@OTS-P3",
                        "OTS-P3",
                        Seams.standard().withOfferRule(rule -> account -> {})),
                Defect.vehicle(
                        "neither dashboard nor app tells of an update",
                        MAIN,
                        FROM_THE_APP,
                        "OTS-M1U",
                        Radio.answering("GET", ".*/mailbox.*", body -> body.replace("\"offer\"", "\"other\""))),
                Defect.vehicle(
                        "the details lack the version",
                        MAIN,
                        FULL,
                        "OTS-M1S",
                        Picture.silentAbout("Version", "update.available")),
                Defect.vehicle(
                        "the details lack the key features",
                        MAIN,
                        FULL,
                        "OTS-M1S",
                        Picture.silentAbout("New:", "update.available")),
                Defect.vehicle(
                        "a choice in the app never reaches the vehicle",
                        MAIN,
                        FROM_THE_APP,
                        "OTS-M2S",
                        Radio.answering("GET", ".*/mailbox.*", body -> body.replace("\"app-command\"", "\"other\""))),
                Defect.vehicle(
                        "a low battery is told without the advice to charge",
                        DETOUR,
                        "@OTS-A1S",
                        "OTS-A1S",
                        Picture.silentAbout("charger", "update.error")));
    }

    static List<Defect> ofTheInstallation() {
        return List.of(
                Defect.vehicle(
                        "the drive control does not say that driving is inhibited",
                        MAIN,
                        FULL,
                        "OTS-M4S",
                        Frames.sent("VCU", Map.of(VCU_DRIVE_STATE, data -> data[0] &= ~DRIVE_INHIBIT))),
                Defect.vehicle(
                        "comfort functions stay on during the installation",
                        MAIN,
                        FULL,
                        "OTS-M4S",
                        Frames.heard("VCU", Map.of(GW_VEHICLE_MODE, data -> data[0] &= ~UPDATE_MODE))),
                Defect.vehicle(
                        "a failed installation is told without a way to support",
                        ERROR,
                        GROUP,
                        "OTS-A3U",
                        Picture.without("Contact Support", "update.error")),
                Defect.vehicle(
                        "a failed installation is told without troubleshooting",
                        ERROR,
                        GROUP,
                        "OTS-A3S",
                        Picture.without("Troubleshooting", "update.error")),
                Defect.vehicle(
                        "a control unit starts its new image without its group",
                        ERROR,
                        GROUP,
                        "V32",
                        Hasty.activationOf("BMS")),
                Defect.cloud(
                        "the cloud believes a vehicle to be in sync that has rolled back",
                        ERROR,
                        GROUP,
                        "B12",
                        Seams.standard().withSyncRule(rule -> (assigned, report) -> SyncStatus.IN_SYNC)));
    }
}
