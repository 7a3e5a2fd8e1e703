package dev.underpin.steps;

import io.cucumber.java.en.Then;

/** The promises of the remote diagnostics contract, in its own words. */
public final class DiagnosticsPromises {
    private final Trial trial;
    private final TechnicianSteps technician;

    public DiagnosticsPromises(Trial trial, TechnicianSteps technician) {
        this.trial = trial;
        this.technician = technician;
    }

    @Then("a warning light or malfunction indicator appears on the dashboard")
    public void warningLight() {
        trial.prove("RD-M1", Limits.SESSION);
    }

    @Then("the system establishes a secure connection with the technical support team via the cloud")
    public void secureConnection() {
        trial.prove("RD-M2", Limits.REACTION);
        trial.prove("RD-M3", Limits.CLOUD);
    }

    @Then(
            "Alise receives the vehicle's diagnostic data, identifies the issue, and begins guiding Bob through troubleshooting steps")
    public void dataAndGuidance() {
        technician.guide();
        trial.prove("RD-M4", Limits.SESSION);
    }

    @Then("Bob receives real-time instructions, or a service appointment is scheduled")
    public void instructions() {
        trial.prove("RD-M5", Limits.REACTION);
    }

    @Then("technical support remotely accessed the on-board systems and performed detailed diagnostics")
    public void detailedDiagnostics() {
        trial.prove("RD-G1", Limits.SESSION);
    }

    @Then("technical support monitored the vehicle's health in real time")
    public void monitored() {
        trial.prove("RD-G2", Limits.REACTION);
    }

    @Then("technical support assisted with troubleshooting in real time")
    public void assisted() {
        trial.prove("RD-G3", Limits.REACTION);
    }

    @Then(
            "Bob can continue driving, and a report is sent to both the user and the technical support team documenting the resolution")
    public void resolved() {
        technician.readsInbox();
        trial.prove("RD-Q1", Limits.CLOUD);
    }

    @Then("Bob is informed of the necessary next steps")
    public void nextSteps() {
        technician.readsInbox();
        trial.prove("RD-Q2", Limits.CLOUD);
    }

    @Then("the request is refused and nothing moves")
    public void interlocked() {
        trial.proveInvariant("GW-12", Limits.REACTION);
        technician.requireRefused();
    }

    @Then("the {string} button is unresponsive")
    public void unresponsive(String button) {
        trial.prove("RD-A1", Limits.REACTION);
    }

    @Then("the feature remains unavailable")
    public void unavailable() {
        trial.prove("RD-A2", Limits.REACTION);
    }

    @Then("technical support answers Bob through the alternative communication method")
    public void otherChannel() {
        trial.prove("RD-A3", Limits.CLOUD);
    }

    @Then("Alise accesses vehicle diagnostics through an alternate method and guides Bob through necessary steps")
    public void alternateAccess() {
        technician.guide();
        trial.prove("RD-A4", Limits.SESSION);
    }

    @Then("a service appointment is scheduled for further diagnostics and repair")
    public void appointment() {
        trial.prove("RD-A5", Limits.CLOUD);
    }

    @Then("remote diagnostics is refused because of {string}")
    public void refused(String reason) {
        trial.proveRefusal("diag.refused", reason);
    }

    @Then("all preconditions of remote diagnostics were met")
    public void preconditionsMet() {
        trial.prove("RD-P1", Limits.SESSION);
        trial.prove("RD-P2", Limits.SESSION);
        trial.prove("RD-P3", Limits.SESSION);
        trial.prove("RD-P4", Limits.SESSION);
    }

    @Then("the vehicle drives without a warning")
    public void drivesWithoutWarning() {
        trial.proveInvariant("no-lamp-while-healthy", Limits.REACTION);
    }
}
