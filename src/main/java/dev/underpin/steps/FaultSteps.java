package dev.underpin.steps;

import dev.underpin.rig.port.Faults;
import dev.underpin.time.Nanos;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** What goes wrong. */
public final class FaultSteps {
    private final Trial trial;

    public FaultSteps(Trial trial) {
        this.trial = trial;
    }

    @Given("debris clogs the coolant pump")
    public void pumpClogged() {
        faults().inject("coolant-pump-clogged", "");
    }

    @Given("the coolant pump is worn out")
    public void pumpWorn() {
        faults().inject("coolant-pump-worn", "");
    }

    @Given("the supply of {string} is cut")
    public void supplyCut(String ecu) {
        faults().inject("supply-cut", ecu);
        trial.bench().await().pass(Nanos.SECOND);
    }

    @Given("the infotainment screen no longer feels fingers")
    public void touchDead() {
        faults().inject("touch-dead", "");
    }

    @Given("the flash of {string} fails to program")
    public void flashWorn(String ecu) {
        faults().inject("flash-worn", ecu);
    }

    @When("the flash of {string} works again")
    public void flashHealed(String ecu) {
        faults().heal("flash-worn", ecu);
    }

    @When("the link drops at {int} % of the download and is back after {int} s")
    public void linkDrops(int percent, int seconds) {
        faults().inject("link-drop", percent + " %");
        trial.await(
                "the link to drop",
                Limits.DOWNLOAD,
                () -> !trial.bench().surroundings().connected());
        trial.bench().await().pass(seconds * Nanos.SECOND);
        faults().heal("link-drop", percent + " %");
    }

    @When("the controller of {string} goes bus-off")
    public void busOff(String ecu) {
        faults().inject("bus-off", ecu);
    }

    @When("the controller of {string} goes bus-off for {int} s")
    public void busOffFor(String ecu, int seconds) {
        passing("bus-off", ecu, seconds * Nanos.SECOND);
    }

    @When("interference inverts one bit in {int} on the {word} bus for {int} ms")
    public void noise(int bits, String bus, int millis) {
        passing("bus-noise", bus + " 1/" + bits, millis * Nanos.MILLISECOND);
    }

    @When("a node babbles on the {word} bus for {int} s")
    public void babble(String bus, int seconds) {
        passing("babbling-idiot", bus, seconds * Nanos.SECOND);
    }

    @When("responses of {string} come twice now and then")
    public void duplicated(String ecu) {
        faults().inject("duplicated-frame", ecu);
    }

    private void passing(String fault, String target, long nanos) {
        faults().inject(fault, target);
        trial.bench().await().pass(nanos);
        faults().heal(fault, target);
    }

    private Faults faults() {
        return trial.bench().faults();
    }
}
