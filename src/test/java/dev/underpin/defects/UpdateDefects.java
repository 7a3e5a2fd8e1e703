package dev.underpin.defects;

import dev.underpin.cloud.Seams;
import dev.underpin.cloud.update.SyncStatus;
import dev.underpin.vehicle.screen.View;
import dev.underpin.vehicle.telematics.update.Reason;
import java.util.List;

/** Defects that the contract of the update over the air finds. */
final class UpdateDefects {
    private static final String ENTRY = "ota-update/preconditions.feature";
    private static final String MAIN = "ota-update/main.feature";
    private static final String DETOUR = "ota-update/alternative.feature";
    private static final String END = "ota-update/postconditions.feature";
    private static final String CELLULAR = "@OTA-M3 and not @OTA-G1";
    private static final String FULL = "@OTA-G1";

    private UpdateDefects() {}

    static List<Defect> ofTheWayIn() {
        return List.of(
                Defect.vehicle(
                        "the vehicle updates without a network",
                        ENTRY,
                        "@OTA-P1",
                        "OTA-P1",
                        Gates.without(Reason.NETWORK)),
                Defect.vehicle(
                        "the vehicle gives another reason than the network",
                        ENTRY,
                        "@OTA-P1",
                        "OTA-P1",
                        Picture.of("update.error", view -> view.because("battery"))),
                Defect.cloud(
                        "a vehicle that does not support updates is offered one",
                        ENTRY,
                        "@OTA-P2",
                        "OTA-P2",
                        Seams.standard().withOfferRule(rule -> account -> {})),
                Defect.cloud(
                        "a user without an account or a consent is offered an update",
                        ENTRY,
                        "@OTA-P3",
                        "OTA-P3",
                        Seams.standard().withOfferRule(rule -> account -> {})),
                Defect.vehicle(
                        "the vehicle updates while it is driven",
                        ENTRY,
                        "@OTA-P5",
                        "OTA-P5",
                        Gates.without(Reason.NOT_PARKED)),
                Defect.vehicle(
                        "the vehicle updates while navigation is in use",
                        ENTRY,
                        "@OTA-P5",
                        "OTA-P5",
                        Gates.without(Reason.NAVIGATION_ACTIVE)),
                Defect.vehicle(
                        "the vehicle updates while driving assistance is in use",
                        ENTRY,
                        "@OTA-P5",
                        "OTA-P5",
                        Gates.without(Reason.DRIVING_ASSISTANCE_ACTIVE)),
                Defect.vehicle(
                        "the infotainment never tells of an update",
                        MAIN,
                        FULL,
                        "OTA-M1",
                        Picture.without("update.available")),
                Defect.vehicle(
                        "the error does not say how to get a connection",
                        DETOUR,
                        "@OTA-A1",
                        "OTA-A2",
                        Picture.silentAbout("Wi-Fi", "update.error")),
                Defect.vehicle(
                        "the button to try again does nothing", DETOUR, "@OTA-A1", "OTA-A4", Fingers.deafTo("Retry")));
    }

    static List<Defect> ofTheInstallation() {
        return List.of(
                Defect.vehicle(
                        "the screen does not name the way of the download",
                        MAIN,
                        CELLULAR,
                        "OTA-M3",
                        Picture.silentAbout("Cellular", "update.download")),
                Defect.vehicle(
                        "the user is asked to confirm before the download is complete",
                        MAIN,
                        CELLULAR,
                        "OTA-M4",
                        Picture.instead(
                                "update.download",
                                view -> List.of(
                                        view,
                                        View.of("update.confirm", "Confirm installation")
                                                .withButtons("Confirm")))),
                Defect.vehicle(
                        "the user is never asked to confirm",
                        MAIN,
                        CELLULAR,
                        "OTA-M4",
                        Picture.without("update.confirm")),
                Defect.vehicle(
                        "the vehicle confirms by itself",
                        MAIN,
                        CELLULAR,
                        "V2",
                        Unasked.answer("update.confirm", "Confirm")),
                Defect.vehicle("the vehicle does not restart", MAIN, CELLULAR, "OTA-M5", Orders.withoutRestart()),
                Defect.vehicle(
                        "the old version stays and the screen tells of a success",
                        MAIN,
                        CELLULAR,
                        "OTA-M5",
                        FalseSuccess.of("IVI")),
                Defect.vehicle(
                        "the progress reaches 100 % before the image is checked",
                        MAIN,
                        CELLULAR,
                        "V10",
                        Picture.of(
                                "update.install", view -> view.withProgress(percent(view) > 50 ? 100 : percent(view)))),
                Defect.vehicle(
                        "the progress falls",
                        MAIN,
                        CELLULAR,
                        "V10",
                        Picture.of("update.download", view -> view.withProgress(percent(view) % 50))),
                Defect.vehicle(
                        "the user is told of the success twice",
                        END,
                        "@OTA-Q4 and not @OTA-Q3",
                        "OTA-Q2",
                        Repeated.of("update.done")),
                Defect.vehicle(
                        "the vehicle stays in update mode",
                        END,
                        "@OTA-Q3 and not @OTA-Q4",
                        "V8",
                        Orders.neverOutOfUpdateMode()),
                Defect.vehicle(
                        "the vehicle is changed outside of update mode",
                        END,
                        "@OTA-Q3 and not @OTA-Q4",
                        "V8",
                        Orders.neverIntoUpdateMode()),
                Defect.cloud(
                        "the cloud does not believe a proof",
                        END,
                        "@OTA-Q4 and not @OTA-Q3",
                        "OTA-Q4",
                        Seams.standard().withSyncRule(rule -> (assigned, report) -> SyncStatus.OUT_OF_SYNC)),
                Defect.cloud(
                        "an installed update is offered again",
                        END,
                        "@OTA-Q4 and not @OTA-Q3",
                        "OTA-Q4",
                        Insistent.cloud()));
    }

    private static int percent(View view) {
        return view.progress().orElse(0);
    }
}
