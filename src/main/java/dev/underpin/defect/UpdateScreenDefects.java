package dev.underpin.defect;

import dev.underpin.vehicle.screen.View;
import dev.underpin.vehicle.telematics.update.Reason;
import dev.underpin.vehicle.telematics.update.UpdateViews;
import java.util.List;
import java.util.function.UnaryOperator;

/** Defects of what people see and touch of an update. */
final class UpdateScreenDefects {
    private static final String OTA = "ota-update/main.feature";
    private static final String OTS = "ota-scheduled-update/main.feature";
    private static final String SMALL = "ota-update/postconditions.feature";
    private static final String DETOUR = "ota-update/alternative.feature";
    private static final String ERROR = "ota-scheduled-update/installation-error.feature";
    private static final String FAILURES = "ota-scheduled-update/transport-faults.feature";
    private static final String FROM_THE_APP = "@OTS-G1 and @OTS-M2S";
    private static final String FULL = "@OTS-M3S";
    private static final String INSTALLED = "@OTA-M5";
    private static final String ONCE = "@OTA-Q4 and not @OTA-Q3";
    private static final String DRIVEN = "@OTA-Q3 and not @OTA-Q4";
    private static final String CELLULAR = "@OTA-M3 and not @OTA-G1";
    private static final String GROUP = "@OTS-A3U";
    private static final String LATER = "@OTA-A5";

    private UpdateScreenDefects() {}

    static List<Defect> ofTheWay() {
        return List.of(
                Defect.of("progress-frozen", Area.SCREEN, "V10", "the progress of the installation stands still")
                        .breaking(OTS, FULL, "OTS-M5U")
                        .vehicle(() -> Picture.of("update.install", view -> view.withProgress(0))),
                Defect.of("progress-beyond-the-end", Area.SCREEN, "V10", "the progress goes beyond 100 %")
                        .breaking(SMALL, INSTALLED, "V10")
                        .vehicle(() -> Picture.of(
                                "update.install",
                                view -> view.withProgress(view.progress().orElse(0) + 1))),
                Defect.of(
                                "wrong-version-told",
                                Area.SCREEN,
                                "V13",
                                "the screen tells another version than was installed")
                        .breaking(SMALL, INSTALLED, "V13")
                        .vehicle(() -> Picture.of(
                                "update.done", view -> lines(view, line -> line.replace("2026.47", "2026.48")))),
                Defect.of(
                                "version-not-told",
                                Area.SCREEN,
                                "V11",
                                "the screen does not tell which version was installed")
                        .breaking(SMALL, INSTALLED, "V13")
                        .vehicle(() -> Picture.silentAbout("Version", "update.done")),
                Defect.of(
                                "not-told-to-be-ready",
                                Area.SCREEN,
                                "OTA-M5",
                                "the user is not told that the vehicle is ready for use")
                        .breaking(SMALL, INSTALLED, "OTA-M5")
                        .vehicle(() -> Picture.silentAbout("ready for use", "update.done")),
                Defect.of("success-not-told", Area.SCREEN, "V11", "the user is never told of the success")
                        .breaking(SMALL, INSTALLED, "OTA-M5|V32")
                        .vehicle(() -> Picture.without("update.done")),
                Defect.of("success-told-as-failure", Area.SCREEN, "V11", "a success is told as a failure")
                        .breaking(SMALL, INSTALLED, "OTA-M5")
                        .vehicle(() -> Picture.instead(
                                "update.done", view -> List.of(UpdateViews.error(Reason.INSTALLATION_FAILED)))),
                Defect.of("failure-not-told", Area.SCREEN, "V11", "a failed installation is not told")
                        .breaking(ERROR, GROUP, "OTS-A3U|V32")
                        .vehicle(() -> Picture.without("update.error")),
                Defect.of(
                                "failure-for-another-reason",
                                Area.SCREEN,
                                "Q8",
                                "a supply that is too low is told as another failure")
                        .breaking(FAILURES, "@T5 and not @OTA-A3U", "T5")
                        .vehicle(() -> Picture.of(
                                "update.error",
                                view -> view.reason().equals("low-voltage")
                                        ? view.because("installation-failed")
                                        : view)));
    }

    static List<Defect> ofTheWords() {
        return List.of(
                Defect.of(
                                "features-not-told",
                                Area.SCREEN,
                                "OTA-Q3",
                                "the new features are not named when they are there")
                        .breaking(SMALL, DRIVEN, "OTA-Q3")
                        .vehicle(() -> Picture.silentAbout("New:", "update.done")),
                Defect.of("install-time-not-told", Area.SCREEN, "V1", "the details lack the time of the installation")
                        .breaking(OTS, FROM_THE_APP, "OTS-M1S")
                        .vehicle(() -> Picture.silentAbout("Estimated installation", "update.available")),
                Defect.of("preparation-not-told", Area.SCREEN, "OTS-M3S", "nothing shows that the download is verified")
                        .breaking(OTS, FULL, "OTS-M3S")
                        .vehicle(() -> Picture.without("update.prepare")),
                Defect.of("confirm-button-missing", Area.SCREEN, "V2", "the question has no button to confirm")
                        .breaking(OTA, CELLULAR, "OTA-M4")
                        .vehicle(() -> Picture.without("Confirm", "update.confirm")),
                Defect.of("confirm-button-dead", Area.SCREEN, "D6", "the button to confirm does nothing")
                        .breaking(SMALL, INSTALLED, "OTA-M5")
                        .vehicle(() -> Fingers.deafTo("Confirm")),
                Defect.of("install-button-dead", Area.SCREEN, "OTA-M2", "the button to install does nothing")
                        .breaking(OTA, CELLULAR, "OTA-M3")
                        .vehicle(() -> Fingers.deafTo("Install Update")),
                Defect.of("offered-again-on-screen", Area.SCREEN, "B13", "what was just installed is offered again")
                        .breaking(SMALL, ONCE, "OTA-Q4")
                        .vehicle(() -> Picture.instead(
                                "update.done",
                                view -> List.of(
                                        view,
                                        View.of("update.available", "Software update available")
                                                .withButtons("Install Update")))),
                Defect.of(
                                "try-later-not-told",
                                Area.SCREEN,
                                "OTA-A5",
                                "after a second failure the user is not told to try later")
                        .breaking(DETOUR, LATER, "OTA-A5")
                        .vehicle(() -> Picture.silentAbout("Try again later", "update.error")),
                Defect.of(
                                "schedule-button-missing",
                                Area.SCREEN,
                                "OTA-A5",
                                "after a second failure there is no way to schedule")
                        .breaking(DETOUR, LATER, "OTA-A5")
                        .vehicle(() -> Picture.without("Schedule", "update.error")),
                Defect.of("offer-on-the-wrong-screen", Area.SCREEN, "OTA-M1", "the offer is shown on the cluster alone")
                        .breaking(OTA, CELLULAR, "OTA-M1")
                        .vehicle(() -> Picture.only("cluster", "update.available")));
    }

    private static View lines(View view, UnaryOperator<String> change) {
        return new View(
                view.id(),
                view.title(),
                view.lines().stream().map(change).toList(),
                view.buttons(),
                view.progress(),
                view.reason());
    }
}
