package dev.underpin.steps;

import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Uds;
import dev.underpin.rig.port.Driver;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.List;

/** What the person in or beside the car does. */
public final class DriverSteps {
    private static final String INFOTAINMENT = "infotainment";
    private static final String APP = "app";

    private final Trial trial;

    public DriverSteps(Trial trial) {
        this.trial = trial;
    }

    @Given("{person} has received the notification that an/a OTA/software update is available")
    public void notified(String person) {
        awaitView("update.available", Limits.CLOUD);
    }

    @When("{person} selects {string} on the infotainment screen")
    public void select(String person, String button) {
        trial.await(
                "the button " + button,
                Limits.REACTION,
                () -> driver().buttons(INFOTAINMENT).contains(button));
        driver().press(INFOTAINMENT, button);
    }

    @When("{person} selects {string} in the app")
    public void selectInApp(String person, String button) {
        trial.await(
                "the button " + button,
                Limits.CLOUD,
                () -> driver().buttons(APP).contains(button));
        driver().press(APP, button);
    }

    @When("{person} selects {string} if the system asks him to")
    public void selectIfAsked(String person, String button) {
        trial.await(
                "the download to go on or to fail",
                Limits.DOWNLOAD,
                () -> driver().buttons(INFOTAINMENT).contains(button) || driver().sees(INFOTAINMENT, "update.confirm"));
        if (driver().buttons(INFOTAINMENT).contains(button)) {
            driver().press(INFOTAINMENT, button);
        }
    }

    @When("{person} looks for updates")
    public void looksForUpdates(String person) {
        trial.await("the app's home", Limits.CLOUD, () -> driver().buttons(APP).contains("Updates"));
        driver().press(APP, "Updates");
    }

    @When("{person} cancels the download")
    public void cancelsDownload(String person) {
        trial.await(
                "a part of the download",
                Limits.DOWNLOAD,
                () -> Http.image().first(new Facts(trial.history())).isPresent());
        select(person, "Cancel");
        awaitView("update.error", Limits.REACTION);
    }

    @When("{person} confirms the installation if the download completes")
    public void confirmIfAsked(String person) {
        trial.await(
                "the download to complete or to fail",
                Limits.DOWNLOAD,
                () -> driver().sees(INFOTAINMENT, "update.confirm") || driver().sees(INFOTAINMENT, "update.error"));
        if (driver().sees(INFOTAINMENT, "update.confirm")) {
            driver().press(INFOTAINMENT, "Confirm");
        }
    }

    @When("the download begins")
    public void downloadBegins() {
        awaitView("update.download", Limits.REACTION);
    }

    @When("the installation completes")
    public void installationCompletes() {
        awaitView("update.done", Limits.INSTALLATION);
    }

    @When("the update is refused")
    public void refused() {
        awaitView("update.error", Limits.CLOUD);
    }

    @When("the download completes")
    public void downloadCompletes() {
        awaitView("update.downloaded", Limits.DOWNLOAD);
    }

    @When("{person} confirms the installation once the download is complete")
    @When("{person} confirms installation when prompted")
    public void confirm(String person) {
        awaitView("update.confirm", Limits.DOWNLOAD);
        driver().press(INFOTAINMENT, "Confirm");
    }

    @When("the installation is under way")
    public void installing() {
        awaitView("update.install", Limits.REACTION);
        trial.await(
                "the first block of an image to be taken",
                Limits.INSTALLATION,
                () -> Uds.response("76").last(new Facts(trial.history())).isPresent());
    }

    @When("Bob presses the {string} button on the car's infotainment screen")
    public void pressDiagnostics(String button) {
        driver().press(INFOTAINMENT, button);
        trial.bench().await().pass(dev.underpin.time.Nanos.SECOND);
    }

    @When("Bob allows the sharing of diagnostic data")
    public void allow() {
        select("Bob", "Allow");
    }

    @When("Bob does not allow the sharing of diagnostic data")
    public void refuse() {
        select("Bob", "Don't Allow");
    }

    @When("Bob does what he is told")
    public void followGuidance() {
        awaitView("diag.guidance", Limits.REACTION);
        select("Bob", "Done");
    }

    @When("Bob ends the session")
    public void endSession() {
        select("Bob", "End Now");
    }

    @When("Bob contacts technical support by phone")
    public void call() {
        driver().callSupport();
    }

    @When("Bob contacts technical support by the mobile app")
    public void contactByApp() {
        selectInApp("Bob", "Contact Support");
    }

    @Given("a warning light has appeared on the dashboard")
    public void lampLit() {
        List<String> before = List.of("update");
        trial.await(
                "a lamp on the cluster",
                Limits.SESSION,
                () -> driver().lamps().stream().anyMatch(lamp -> !before.contains(lamp)));
    }

    private void awaitView(String view, long within) {
        trial.await("the view " + view, within, () -> driver().sees(INFOTAINMENT, view));
    }

    private Driver driver() {
        return trial.bench().driver();
    }
}
