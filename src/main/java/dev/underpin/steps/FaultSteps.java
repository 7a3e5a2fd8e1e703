package dev.underpin.steps;

import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Uds;
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

    @When("{string} answers {string} with {string}")
    public void answersFalsely(String ecu, String request, String answer) {
        faults().inject("false-answer", "%s %s %s".formatted(ecu, request, answer));
    }

    @When("{string} answers everything with the response code {word}")
    public void refusesEverything(String ecu, String nrc) {
        faults().inject("false-answer", "%s  7FSS%s".formatted(ecu, nrc));
    }

    @When("{string} answers {string} with response pending every {int} ms")
    public void pendingForEver(String ecu, String request, int millis) {
        faults().inject("endless-pending", "%s %s %d".formatted(ecu, request, millis));
    }

    @When("{string} answers {string} with response pending and then is silent")
    public void pendingOnce(String ecu, String request) {
        faults().inject("endless-pending", "%s %s once".formatted(ecu, request));
    }

    @When("a second responder answers {string} to {string} earlier, with {string}")
    public void secondResponder(String request, String ecu, String answer) {
        faults().inject("second-responder", "%s %s %s".formatted(ecu, request, answer));
    }

    @When("{string} answers {string} under the identifier {word}, with {string}")
    public void foreignIdentifier(String ecu, String request, String identifier, String answer) {
        faults().inject("foreign-identifier", "%s %s %s %s".formatted(ecu, request, identifier, answer));
    }

    @When("the answers of {string} come {int} ms late")
    public void late(String ecu, int millis) {
        faults().inject("late-answers", "%s %d".formatted(ecu, millis));
    }

    @When("{string} tells of {int} trouble codes")
    public void codeFlood(String ecu, int codes) {
        faults().inject("code-flood", "%s %d".formatted(ecu, codes));
    }

    @When("the transport of {word} of {string} suffers {word}, {word}")
    public void transport(String way, String ecu, String what, String often) {
        faults().inject("transport", "%s %s %s %s".formatted(ecu, way, what, often));
    }

    @When("the gateway carries nothing on to {string}")
    public void routeBlocked(String ecu) {
        faults().inject("route-blocked", ecu);
    }

    @When("the first answer of {string} to {string} is lost")
    public void answerLost(String ecu, String service) {
        faults().inject("answer-lost", "%s %02X".formatted(ecu, Integer.parseInt(service, 16) + 0x40));
    }

    @When("a second tester sends {string} to {string} during the transfer")
    public void intruder(String request, String ecu) {
        awaitTransfer(ecu);
        faults().inject("intruder", "%s %s".formatted(ecu, request));
    }

    @When("the supply of {string} fails for {int} ms during the transfer")
    public void supplyDipsDuringTransfer(String ecu, int millis) {
        awaitTransfer(ecu);
        passing("supply-cut", ecu, millis * Nanos.MILLISECOND);
    }

    private void awaitTransfer(String ecu) {
        trial.await(
                "the transfer to " + ecu,
                Limits.INSTALLATION,
                () -> Uds.of(ecu, Uds.response("76"))
                        .last(new Facts(trial.history()))
                        .isPresent());
    }

    @When("the supply of {string} fails for {int} ms while its values are read")
    public void supplyDips(String ecu, int millis) {
        awaitRead(ecu);
        passing("supply-cut", ecu, millis * Nanos.MILLISECOND);
    }

    @When("the controller of {string} goes bus-off for {int} s while its values are read")
    public void busOffWhileRead(String ecu, int seconds) {
        awaitRead(ecu);
        passing("bus-off", ecu, seconds * Nanos.SECOND);
    }

    private void awaitRead(String ecu) {
        trial.await(
                "the codes of " + ecu,
                Limits.SESSION,
                () -> Uds.of(ecu, Uds.response("5902"))
                        .last(new Facts(trial.history()))
                        .isPresent());
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
