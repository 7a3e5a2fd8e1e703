package dev.underpin.steps;

import io.cucumber.java.en.Then;

/** What the catalogue of faults of updates expects of power, vehicle, people and control units, by the ids of its rows. */
public final class VehicleCataloguePromises {
    private final Trial trial;

    public VehicleCataloguePromises(Trial trial) {
        this.trial = trial;
    }

    @Then("{word} holds: the old software is kept until the user lets the update go on")
    @Then("{word} holds: each control unit starts its old software, then the update completes or is told as failed")
    @Then("{word} holds: the control unit waits in its boot loader, then the update is resumed and completes")
    @Then("{word} holds: the control unit runs the old or the new software, never none, and the user knows which")
    @Then("{word} holds: the old software is restored and the user is told")
    @Then("{word} holds: the loop is broken, the old software is restored and the user is told")
    @Then("{word} holds: the installation waits or is refused, no image is damaged")
    @Then("{word} holds: the update completes or is rolled back")
    @Then("{word} holds: all control units run the new software or all the old")
    @Then("{word} holds: the update is resumed and completes, nothing finished is done again")
    @Then("{word} holds: the update is refused with its reason before anything is erased")
    @Then(
            "{word} holds: the gate is exact before anything is erased, afterwards the update completes or is rolled back")
    @Then(
            "{word} holds: the charger replaces the charge before anything is erased, afterwards the update completes or is rolled back")
    @Then("{word} holds: a moving vehicle is not updated, a vehicle that is updated does not move")
    @Then("{word} holds: before anything is erased the update can be cancelled, afterwards no screen offers it")
    @Then("{word} holds: the group goes back to the old software and the user is told")
    @Then("{word} holds: the update is refused with its reason, another try completes once there is room")
    @Then("{word} holds: the update is refused or completes, no control unit is left in between")
    @Then("{word} holds: the update completes")
    @Then("{word} holds: the update is resumed and completes")
    @Then("{word} holds: the installation fails safely, another try is offered")
    @Then("{word} holds: the installation fails safely, another try completes")
    @Then("{word} holds: the old software is kept and offered again later")
    @Then("{word} holds: the update is put off and the user is told")
    @Then("{word} holds: nothing is installed on the word to download")
    @Then("{word} holds: one choice wins and both screens tell the same")
    @Then("{word} holds: the user is told how long it will take")
    @Then("{word} holds: the user is warned not to drive, the vehicle does not")
    public void holds(String row) {
        trial.proveRow(row, Limits.CLOUD);
    }
}
