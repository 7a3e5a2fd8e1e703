package dev.underpin.steps;

import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Session;
import dev.underpin.judge.fact.Uds;
import dev.underpin.rig.port.Technician;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;

/** What Alise does at the support desk. */
public final class TechnicianSteps {
    private static final int REFUSED_FOR_LACK_OF_EVIDENCE = 409;
    private static final int CLOSED = 200;
    private static final String PUMP = "0203";

    private final Trial trial;
    private String asked = "";

    public TechnicianSteps(Trial trial) {
        this.trial = trial;
    }

    @Given("Alise has received the vehicle's diagnostic data")
    public void received() {
        trial.await(
                "the diagnostic data at the support desk",
                Limits.SESSION,
                () -> technician().session().isPresent() && technician().hasSnapshot());
    }

    @When("Alise runs the coolant pump test and it passes")
    public void pumpTestPasses() {
        await(technician().routine("THM", PUMP), "done");
    }

    @When("Alise runs the coolant pump test and it fails")
    public void pumpTestFails() {
        await(technician().routine("THM", PUMP), "failed");
    }

    @When("Alise asks for the coolant pump test while the vehicle moves")
    public void pumpTestMoving() {
        asked = technician().routine("THM", PUMP);
        awaitResult(asked);
    }

    @When("Alise holds output {word} of {string} at {word} for {int} s")
    public void holds(String did, String ecu, String state, int seconds) {
        asked = technician().control(ecu, did, state, seconds);
        trial.await(
                "the output to be held",
                Limits.SESSION,
                () -> Uds.of(ecu, Uds.response("6F" + did))
                        .last(new Facts(trial.history()))
                        .isPresent());
    }

    @When("Alise has the result of what was held")
    public void held() {
        awaitResult(asked);
    }

    @When("Alise asks for the coolant pump test")
    public void pumpTest() {
        asked = technician().routine("THM", PUMP);
    }

    @When("Alise asks to reset {string}")
    public void reset(String ecu) {
        asked = technician().reset(ecu);
        awaitResult(asked);
    }

    @When("Alise asks to clear the trouble codes of {string}")
    public void clear(String ecu) {
        asked = technician().clear(ecu);
        awaitResult(asked);
    }

    @When("Alise reads {string} of {string}")
    public void read(String did, String ecu) {
        asked = technician().read(ecu, List.of(did));
        awaitResult(asked);
    }

    @When("Alise sends the guidance {string}")
    public void guidance(String words) {
        technician().guide(words, "");
    }

    @When("Alise's console sends {int} commands to {string} at once")
    public void scan(int commands, String ecu) {
        technician().scan(ecu, commands);
    }

    @When("Alise asks for an appointment at {string}")
    public void appointmentAt(String slot) {
        technician().appointment(slot);
    }

    @When("Alise looks into the team's inbox")
    public void looksIntoInbox() {
        technician().readInbox();
    }

    @When("the result is there")
    public void resultThere() {
        awaitResult(asked);
    }

    @When("Alise hands the session over to {string}")
    public void handOver(String colleague) {
        int status = technician().handOver(colleague);
        if (status != CLOSED) {
            throw new AssertionError("the hand-over was expected to be taken, but was answered with " + status);
        }
    }

    @When("Alise tries to close the session as {string}")
    public void triesToClose(String outcome) {
        technician().close(outcome);
    }

    @When("Alise tests again that the trouble code is gone")
    public void retest() {
        await(technician().clear("THM"), "done");
        await(technician().retest("THM", "P0C4A-92"), "done");
    }

    @When("Alise clears the trouble code without a repair")
    public void clearOnly() {
        await(technician().clear("THM"), "done");
    }

    @When("Alise schedules a service appointment")
    public void appointment() {
        technician().appointment();
    }

    @When("Alise closes the session as {string}")
    public void close(String outcome) {
        int status = technician().close(outcome);
        if (status != CLOSED) {
            String clause = outcome.equals("resolved") ? "RD-Q1" : "RD-Q2";
            throw new AssertionError(
                    "%s: the support desk was expected to close the session as %s with status %d, but answered %d"
                            .formatted(clause, outcome, CLOSED, status));
        }
    }

    @Then("closing the session as {string} is refused for lack of evidence")
    public void closeRefused(String outcome) {
        int status = technician().close(outcome);
        if (status != REFUSED_FOR_LACK_OF_EVIDENCE) {
            throw new AssertionError("RD-Q1: the support desk was expected to refuse %s with status %d, but answered %d"
                    .formatted(outcome, REFUSED_FOR_LACK_OF_EVIDENCE, status));
        }
    }

    @Then("{string} is named as the root and listed as silent")
    public void rootIs(String ecu) {
        String root = technician().root().orElse("nothing");
        if (!root.startsWith(ecu) || !technician().silent().contains(ecu)) {
            throw new AssertionError(
                    "RD-M4: the support desk was expected to name %s as the root and as silent, but named %s, silent %s"
                            .formatted(ecu, root, technician().silent()));
        }
    }

    /** Guides the driver by the first step that the desk proposes. */
    void guide() {
        received();
        technician().guide("Stop at a safe place, select P and keep the ignition on", "the vehicle stands in P");
    }

    /** Looks into the team's inbox once the session has ended. */
    void readsInbox() {
        trial.await(
                "the end of the session",
                Limits.CLOUD,
                () -> Session.last(new Facts(trial.history()))
                        .flatMap(Session::ended)
                        .isPresent());
        technician().readInbox();
    }

    /** Requires that the last command asked for while the vehicle moved was refused. */
    void requireRefused() {
        require(asked, "refused");
    }

    private void await(String command, String result) {
        awaitResult(command);
        require(command, result);
    }

    private void awaitResult(String command) {
        trial.await(
                "the result of command " + command,
                Limits.SESSION,
                () -> technician().result(command).isPresent());
    }

    private void require(String command, String result) {
        String seen = technician().result(command).orElse("nothing");
        if (!seen.equals(result)) {
            throw new AssertionError("SC-05: the command was expected to be %s, but was %s".formatted(result, seen));
        }
    }

    private Technician technician() {
        return trial.bench().technician();
    }
}
