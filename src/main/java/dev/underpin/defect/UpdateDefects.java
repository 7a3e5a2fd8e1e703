package dev.underpin.defect;

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
                Defect.of("updates-without-network", Area.UPDATE, "OTA-P1", "the vehicle updates without a network")
                        .breaking(ENTRY, "@OTA-P1", "OTA-P1")
                        .vehicle(() -> Gates.without(Reason.NETWORK)),
                Defect.of(
                                "reason-other-than-network",
                                Area.SCREEN,
                                "Q8",
                                "the vehicle gives another reason than the network")
                        .breaking(ENTRY, "@OTA-P1", "OTA-P1")
                        .vehicle(() -> Picture.of("update.error", view -> view.because("battery"))),
                Defect.of(
                                "offered-to-unsupported-vehicle",
                                Area.CLOUD,
                                "B9",
                                "a vehicle that does not support updates is offered one")
                        .breaking(ENTRY, "@OTA-P2", "OTA-P2")
                        .cloud(() -> Seams.standard().withOfferRule(rule -> account -> {})),
                Defect.of(
                                "offered-without-account",
                                Area.CLOUD,
                                "B9",
                                "a user without an account or a consent is offered an update")
                        .breaking(ENTRY, "@OTA-P3", "OTA-P3")
                        .cloud(() -> Seams.standard().withOfferRule(rule -> account -> {})),
                Defect.of("updates-while-driven", Area.UPDATE, "D3", "the vehicle updates while it is driven")
                        .breaking(ENTRY, "@OTA-P5", "OTA-P5")
                        .vehicle(() -> Gates.without(Reason.NOT_PARKED)),
                Defect.of(
                                "updates-during-navigation",
                                Area.UPDATE,
                                "D4",
                                "the vehicle updates while navigation is in use")
                        .breaking(ENTRY, "@OTA-P5", "OTA-P5")
                        .vehicle(() -> Gates.without(Reason.NAVIGATION_ACTIVE)),
                Defect.of(
                                "updates-during-assistance",
                                Area.UPDATE,
                                "D4",
                                "the vehicle updates while driving assistance is in use")
                        .breaking(ENTRY, "@OTA-P5", "OTA-P5")
                        .vehicle(() -> Gates.without(Reason.DRIVING_ASSISTANCE_ACTIVE)),
                Defect.of(
                                "infotainment-silent-about-offer",
                                Area.SCREEN,
                                "V1",
                                "the infotainment never tells of an update")
                        .breaking(MAIN, FULL, "OTA-M1")
                        .vehicle(() -> Picture.without("update.available")),
                Defect.of("error-without-advice", Area.SCREEN, "N1", "the error does not say how to get a connection")
                        .breaking(DETOUR, "@OTA-A1", "OTA-A2")
                        .vehicle(() -> Picture.silentAbout("Wi-Fi", "update.error")),
                Defect.of("retry-button-dead", Area.SCREEN, "Q12", "the button to try again does nothing")
                        .breaking(DETOUR, "@OTA-A1", "OTA-A4")
                        .vehicle(() -> Fingers.deafTo("Retry")));
    }

    static List<Defect> ofTheInstallation() {
        return List.of(
                Defect.of("bearer-not-named", Area.SCREEN, "OTA-M3", "the screen does not name the way of the download")
                        .breaking(MAIN, CELLULAR, "OTA-M3")
                        .vehicle(() -> Picture.silentAbout("Cellular", "update.download")),
                Defect.of(
                                "asked-before-download-complete",
                                Area.UPDATE,
                                "V3",
                                "the user is asked to confirm before the download is complete")
                        .breaking(MAIN, CELLULAR, "OTA-M4")
                        .vehicle(() -> Picture.instead(
                                "update.download",
                                view -> List.of(
                                        view,
                                        View.of("update.confirm", "Confirm installation")
                                                .withButtons("Confirm")))),
                Defect.of("never-asked-to-confirm", Area.SCREEN, "V2", "the user is never asked to confirm")
                        .breaking(MAIN, CELLULAR, "OTA-M4")
                        .vehicle(() -> Picture.without("update.confirm")),
                Defect.of("confirms-by-itself", Area.UPDATE, "V2", "the vehicle confirms by itself")
                        .breaking(MAIN, CELLULAR, "V2")
                        .vehicle(() -> Unasked.answer("update.confirm", "Confirm")),
                Defect.of("does-not-restart", Area.UPDATE, "OTA-M5", "the vehicle does not restart")
                        .breaking(MAIN, CELLULAR, "OTA-M5")
                        .vehicle(() -> Orders.withoutRestart()),
                Defect.of("false-success", Area.UPDATE, "Q1", "the old version stays and the screen tells of a success")
                        .breaking(MAIN, CELLULAR, "OTA-M5")
                        .vehicle(() -> FalseSuccess.of("IVI")),
                Defect.of(
                                "progress-full-before-check",
                                Area.UPDATE,
                                "V10",
                                "the progress reaches 100 % before the image is checked")
                        .breaking(MAIN, CELLULAR, "V10")
                        .vehicle(() -> Picture.of(
                                "update.install", view -> view.withProgress(percent(view) > 50 ? 100 : percent(view)))),
                Defect.of("progress-falls", Area.SCREEN, "V10", "the progress falls")
                        .breaking(MAIN, CELLULAR, "V10")
                        .vehicle(() -> Picture.of("update.download", view -> view.withProgress(percent(view) % 50))),
                Defect.of("success-told-twice", Area.SCREEN, "Q2", "the user is told of the success twice")
                        .breaking(END, "@OTA-Q4 and not @OTA-Q3", "OTA-Q2")
                        .vehicle(() -> Repeated.of("update.done")),
                Defect.of("stays-in-update-mode", Area.UPDATE, "Q6", "the vehicle stays in update mode")
                        .breaking(END, "@OTA-Q3 and not @OTA-Q4", "V8")
                        .vehicle(() -> Orders.neverOutOfUpdateMode()),
                Defect.of(
                                "changed-outside-update-mode",
                                Area.UPDATE,
                                "V8",
                                "the vehicle is changed outside of update mode")
                        .breaking(END, "@OTA-Q3 and not @OTA-Q4", "V8")
                        .vehicle(() -> Orders.neverIntoUpdateMode()),
                Defect.of("cloud-disbelieves-proof", Area.CLOUD, "B12", "the cloud does not believe a proof")
                        .breaking(END, "@OTA-Q4 and not @OTA-Q3", "OTA-Q4")
                        .cloud(() ->
                                Seams.standard().withSyncRule(rule -> (assigned, report) -> SyncStatus.OUT_OF_SYNC)),
                Defect.of("installed-update-offered-again", Area.CLOUD, "B13", "an installed update is offered again")
                        .breaking(END, "@OTA-Q4 and not @OTA-Q3", "OTA-Q4")
                        .cloud(() -> Insistent.cloud()));
    }

    private static int percent(View view) {
        return view.progress().orElse(0);
    }
}
