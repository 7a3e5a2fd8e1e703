package dev.underpin.steps;

import io.cucumber.java.en.Then;

/** The promises of the two update contracts, in their own words. */
public final class UpdatePromises {
    private final Trial trial;

    public UpdatePromises(Trial trial) {
        this.trial = trial;
    }

    @Then(
            "{person} receives a notification on the vehicle's infotainment screen stating that an OTA update is available")
    public void notified(String person) {
        trial.prove("OTA-M1", Limits.CLOUD);
    }

    @Then("the vehicle's system begins downloading the update over a Wi-Fi or cellular connection")
    public void downloadBegins() {
        trial.prove("OTA-M2", Limits.REACTION);
        trial.prove("OTA-M3", Limits.CLOUD);
    }

    @Then("once the download is complete, the system prompts {person} to confirm installation")
    public void prompted(String person) {
        trial.prove("OTA-M4", Limits.DOWNLOAD);
    }

    @Then(
            "the vehicle restarts to apply the update, and {person} is notified once the update is successfully installed and the system is ready for use")
    public void restartedAndReady(String person) {
        trial.prove("OTA-M5", Limits.INSTALLATION);
    }

    @Then("the vehicle's in-vehicle systems operate with the latest software versions")
    public void latestVersions() {
        trial.prove("OTA-Q1", Limits.INSTALLATION);
    }

    @Then("the user receives a confirmation notification")
    public void confirmed() {
        trial.prove("OTA-Q2", Limits.INSTALLATION);
    }

    @Then("the vehicle functions optimally with all new features enabled")
    public void functionsOptimally() {
        trial.prove("OTA-Q3", Limits.INSTALLATION);
    }

    @Then("the system is fully up to date")
    public void upToDate() {
        trial.prove("OTA-Q4", Limits.INSTALLATION);
    }

    @Then("infotainment, navigation and drive control were updated without a physical connection")
    public void overTheAir() {
        trial.prove("OTA-G1", Limits.REACTION);
    }

    @Then("{person} was notified of the update while no stable network was there")
    public void notifiedWithoutNetwork(String person) {
        trial.prove("OTA-A1", Limits.REACTION);
    }

    @Then("the system displays an error message, advising that a stable connection is required")
    public void stableConnectionRequired() {
        trial.prove("OTA-A2", Limits.REACTION);
    }

    @Then("the update process goes on with the restored connection")
    public void goesOn() {
        trial.prove("OTA-A3", Limits.CLOUD);
        trial.prove("OTA-A4", Limits.DOWNLOAD);
    }

    @Then("the system prompts {person} to try again later and allows the option to schedule the update")
    public void tryLater(String person) {
        trial.prove("OTA-A5", Limits.REACTION);
    }

    @Then("the update is installed within the scheduled window")
    public void installedInWindow() {
        trial.proveInvariant("V4", Limits.NIGHT);
    }

    @Then("the update is refused because of {string}")
    public void refused(String reason) {
        trial.proveRefusal("update.error", reason);
    }

    @Then("low battery charge does not stop an update on a charger")
    public void chargerReplacesCharge() {
        trial.prove("OTA-P4", Limits.REACTION);
    }

    @Then("gear D is refused while the installation is under way")
    public void gearRefused() {
        trial.proveInvariant("V8", Limits.INSTALLATION);
    }

    @Then("no update is offered any more")
    public void nothingOffered() {
        trial.prove("OTA-Q4", Limits.REACTION);
    }

    @Then(
            "{person} receives a notification on the vehicle's dashboard or her mobile app that a software update is available")
    public void notifiedOnDashboardOrApp(String person) {
        trial.prove("OTS-M1U", Limits.CLOUD);
    }

    @Then(
            "the system presents details about the update, including version number, estimated download and installation time, and key features")
    public void details() {
        trial.prove("OTS-M1S", Limits.REACTION);
    }

    @Then("the system begins downloading the update, showing progress on the dashboard or app")
    public void downloadShown() {
        trial.prove("OTS-M2U", Limits.REACTION);
        trial.prove("OTS-M2S", Limits.DOWNLOAD);
    }

    @Then("the system verifies the download and prepares for installation")
    public void verified() {
        trial.prove("OTS-M3U", Limits.REACTION);
        trial.prove("OTS-M3S", Limits.CLOUD);
    }

    @Then("the system initiates installation, temporarily disabling non-essential vehicle features for safety")
    public void featuresDisabled() {
        trial.prove("OTS-M4U", Limits.REACTION);
        trial.prove("OTS-M4S", Limits.CLOUD);
    }

    @Then("{person} sees a progress bar while she waits for the installation to complete")
    public void progressBar(String person) {
        trial.prove("OTS-M5U", Limits.INSTALLATION);
    }

    @Then("the system completes the update and notifies {person} that the vehicle software is now up to date")
    public void completed(String person) {
        trial.prove("OTS-M5S", Limits.INSTALLATION);
    }

    @Then("the vehicle's software is fully updated with the latest features, improvements, and security patches")
    public void fullyUpdated() {
        trial.prove("OTS-Q1", Limits.INSTALLATION);
    }

    @Then("the user receives a confirmation")
    public void confirmation() {
        trial.prove("OTS-Q2", Limits.INSTALLATION);
    }

    @Then("all vehicle functions return to normal, with the new features accessible")
    public void backToNormal() {
        trial.prove("OTS-Q3", Limits.INSTALLATION);
    }

    @Then(
            "the system notifies {person} of the issue and recommends connecting to a charger or switching to a stronger Wi-Fi network")
    public void recommended(String person) {
        trial.prove("OTS-A1S", Limits.REACTION);
    }

    @Then("the system resumes the update process once conditions are met")
    public void resumed() {
        trial.prove("OTS-A2S", Limits.INSTALLATION);
    }

    @Then("{person} had attempted the update with low battery or poor connectivity")
    public void attempted(String person) {
        trial.prove("OTS-A1U", Limits.REACTION);
    }

    @Then("{person} had improved the conditions before he tried again")
    public void improved(String person) {
        trial.prove("OTS-A2U", Limits.REACTION);
    }

    @Then("{person} receives an error notification and is prompted to contact support")
    public void installationError(String person) {
        trial.prove("OTS-A3U", Limits.INSTALLATION);
    }

    @Then("the system provides troubleshooting options or schedules a retry")
    public void helpOffered() {
        trial.prove("OTS-A3S", Limits.INSTALLATION);
    }

    @Then("the old software is intact and the vehicle is usable")
    public void oldSoftwareIntact() {
        trial.proveInvariant("V32", Limits.INSTALLATION);
        trial.proveInvariant("V8", Limits.INSTALLATION);
    }

    @Then("an update with {int} % of charge is {word}")
    public void chargeDecides(int percent, String answer) {
        trial.prove("OTS-P2", Limits.CLOUD);
        trial.proveAnswer(answer.equals("accepted") ? "update.download" : "update.error");
    }
}
