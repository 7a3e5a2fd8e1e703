package dev.underpin.steps;

import dev.underpin.rig.port.Manufacturer;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** What the manufacturer knows of the user and the car, and what it releases. */
public final class ManufacturerSteps {
    private final Trial trial;

    public ManufacturerSteps(Trial trial) {
        this.trial = trial;
    }

    @Given("the user has a registered account with the vehicle's manufacturer and has consented to receive OTA updates")
    @Given("the user has an active account in the vehicle's companion app with permissions for software updates")
    public void registeredAndConsented() {
        manufacturer().registered(true);
        manufacturer().updateConsent(true);
    }

    @Given("the user has no registered account with the vehicle's manufacturer")
    @Given("Bob is not registered in the system")
    public void unregistered() {
        manufacturer().registered(false);
    }

    @Given("the user has not consented to receive OTA updates")
    @When("the user withdraws the consent to OTA updates")
    public void withoutConsent() {
        manufacturer().updateConsent(false);
    }

    @Given("the vehicle's system does not support OTA updates")
    public void unsupported() {
        manufacturer().updateSupported(false);
    }

    @Given("the vehicle has the latest software and hardware to support remote diagnostics")
    public void recentEnough() {
        manufacturer().softwareRecentEnough(true);
    }

    @Given("the vehicle's software is too old for remote diagnostics")
    public void tooOld() {
        manufacturer().softwareRecentEnough(false);
    }

    @Given("Bob is registered in the system with valid contact details")
    public void withContact() {
        manufacturer().registered(true);
        manufacturer().contactDetails(true);
    }

    @Given("Bob is registered without valid contact details")
    public void withoutContact() {
        manufacturer().registered(true);
        manufacturer().contactDetails(false);
    }

    @Given("the manufacturer releases the update {string}")
    public void releases(String bundle) {
        manufacturer().publish(bundle);
    }

    @When("the manufacturer rotates the {word} keys of the {word} {int} time(s)")
    public void rotates(String role, String repository, int times) {
        for (int i = 0; i < times; i++) {
            manufacturer().rotateKeys(repository, role);
        }
    }

    @When("the manufacturer withdraws the update")
    public void withdraws() {
        manufacturer().withdraw("campaign-stopped");
    }

    private Manufacturer manufacturer() {
        return trial.bench().manufacturer();
    }
}
