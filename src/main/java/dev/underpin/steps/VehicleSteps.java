package dev.underpin.steps;

import dev.underpin.rig.port.Driver;
import dev.underpin.rig.port.Surroundings;
import dev.underpin.time.Nanos;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** What state the vehicle and its surroundings are in. */
public final class VehicleSteps {
    private static final int FULL_ENOUGH = 80;

    private final Trial trial;

    public VehicleSteps(Trial trial) {
        this.trial = trial;
    }

    @Given("the vehicle is in park with the ignition on, charged to {int} % and connected to Wi-Fi")
    public void parkedAndReady(int percent) {
        surroundings().stateOfCharge(percent);
        surroundings().wifi(true);
        driver().ignition(true);
    }

    @Given("Bob is parked with the ignition on")
    public void parked() {
        parkedAndReady(FULL_ENOUGH);
        awaitHome();
    }

    @Given("Bob drives the luxury electric vehicle at {int} km\\/h")
    public void drives(int speed) {
        parkedAndReady(FULL_ENOUGH);
        awaitHome();
        driveAt(speed);
    }

    @Given("the vehicle is driven at {int} km\\/h")
    public void driveAt(int speed) {
        if (!driver().drive(speed)) {
            throw new AssertionError("the vehicle was expected to take gear D, but refused it");
        }
        trial.bench().await().pass(10 * Nanos.SECOND);
    }

    @When("{person} drives at {int} km\\/h for {int} s")
    public void driveFor(String person, int speed, int seconds) {
        driveAt(speed);
        trial.bench().await().pass(seconds * Nanos.SECOND);
    }

    @When("Bob drives on at {int} km\\/h for {int} s")
    public void driveOn(int speed, int seconds) {
        driveFor("Bob", speed, seconds);
    }

    @When("Bob stops and parks")
    @Given("Bob has stopped and parked")
    public void park() {
        driver().park();
        trial.await("the vehicle to stand", Limits.REACTION, () -> driver().stands());
        driver().gear("P");
        trial.bench().await().pass(Nanos.SECOND);
    }

    @When("Bob turns the vehicle off and on")
    public void offAndOn() {
        driver().ignition(false);
        trial.bench().await().pass(20 * Nanos.SECOND);
        driver().ignition(true);
        trial.bench().await().pass(30 * Nanos.SECOND);
    }

    @When("{person} leaves the vehicle with the ignition off")
    public void leave(String person) {
        trial.bench().await().pass(5 * Nanos.SECOND);
        driver().ignition(false);
    }

    @When("{person} selects gear D")
    public void selectDrive(String person) {
        driver().gear("D");
    }

    @When("{person} selects gear N")
    public void selectNeutral(String person) {
        driver().gear("N");
        trial.bench().await().pass(2 * Nanos.SECOND);
    }

    @Given("the battery is charged to {int} %")
    public void charged(int percent) {
        surroundings().stateOfCharge(percent);
        trial.bench().await().pass(2 * Nanos.SECOND);
    }

    @Given("the vehicle is plugged into a power source")
    @When("Bob connects the vehicle to a charger")
    public void plug() {
        driver().plug();
        trial.bench().await().pass(5 * Nanos.SECOND);
    }

    @Given("navigation is in use")
    public void navigate() {
        driver().navigate(true);
        trial.bench().await().pass(2 * Nanos.SECOND);
    }

    @Given("driving assistance is in use")
    public void assist() {
        driver().assist(true);
        trial.bench().await().pass(2 * Nanos.SECOND);
    }

    @Given("Wi-Fi is off and cellular data is on")
    public void cellularOnly() {
        surroundings().wifi(false);
        surroundings().cellular(true);
    }

    @Given("the vehicle is not connected to a stable Wi-Fi or cellular network")
    @Given("the vehicle has neither Wi-Fi nor cellular data")
    public void noNetwork() {
        surroundings().wifi(false);
        surroundings().cellular(false);
    }

    @Given("the vehicle has poor connectivity")
    public void poorNetwork() {
        surroundings().weakNetwork();
    }

    @Given("a stable internet connection is there")
    @When("Bob ensures that the vehicle is connected to a Wi-Fi network")
    @When("Bob improves the network connection")
    @When("the connection is back before the scheduled time")
    public void goodWifi() {
        surroundings().wifi(true);
    }

    @When("Bob ensures that the vehicle has cellular data enabled")
    public void goodCellular() {
        surroundings().cellular(true);
    }

    @Given("the vehicle's onboard diagnostic interface is enabled")
    public void interfaceEnabled() {
        surroundings().diagnosticInterface(true);
    }

    @Given("the vehicle's onboard diagnostic interface is disabled")
    public void interfaceDisabled() {
        surroundings().diagnosticInterface(false);
    }

    @When("{int} s pass")
    public void pass(int seconds) {
        trial.bench().await().pass(seconds * Nanos.SECOND);
    }

    private void awaitHome() {
        trial.await("the home screen", Limits.REACTION, () -> driver().sees("infotainment", "home"));
    }

    private Driver driver() {
        return trial.bench().driver();
    }

    private Surroundings surroundings() {
        return trial.bench().surroundings();
    }
}
