package dev.underpin.session.tiny;

import dev.underpin.evidence.Journal;
import dev.underpin.evidence.ScenarioRecord;
import dev.underpin.history.Fields;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.RigError;
import dev.underpin.time.Nanos;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Instant;
import org.opentest4j.TestAbortedException;

/** A lamp with a button, standing in for a whole vehicle. */
@SuppressWarnings("DoNotCallSuggester")
public final class LampSteps {
    /** What the run gives: how long after its beginning civil time starts. */
    public record Start(Instant at) {}

    private final Journal journal;
    private final Start start;
    private final History history = new History();
    private long now;
    private boolean lit;
    private boolean torn;

    public LampSteps(Journal journal, Start start) {
        this.journal = journal;
        this.start = start;
    }

    @Before
    public void begin() {
        history.frames("drive").append(1, 0x7E0, 0, new byte[] {2, 0x10, 3});
    }

    @After
    public void handOver(Scenario scenario) {
        journal.accept(new ScenarioRecord(scenario.getId(), history, start.at(), now));
        if (torn) {
            throw new RigError("the lamp's wire is torn");
        }
    }

    @Given("the lamp is off")
    public void isOff() {
        step("the lamp is off");
        if (lit) {
            throw new AssertionError("OTA-P4: the lamp is to be off, and is on");
        }
    }

    @When("the driver presses the button")
    public void press() {
        step("the driver presses the button");
        history.add(
                now,
                Kind.PRESS,
                "hand",
                Fields.of("screen", "infotainment").and("button", "Lamp").and("effect", "accepted"));
        lit = true;
    }

    @When("{int} seconds pass")
    public void pass(int seconds) {
        step(seconds + " seconds pass");
        now += seconds * Nanos.SECOND;
    }

    @Then("the lamp is on")
    public void isOn() {
        step("the lamp is on");
        history.add(now, Kind.VERDICT, "judge", Fields.of("clause", "OTA-M1").and("verdict", lit ? "Pass" : "Fail"));
        if (!lit) {
            throw new AssertionError("OTA-M1: the lamp is to be on, and is off");
        }
    }

    @Given("the harness breaks")
    public void breaks() {
        throw new IllegalStateException("a wire of the harness broke");
    }

    @Given("the rig has no lamp")
    public void absent() {
        throw new TestAbortedException("the rig has no lamp");
    }

    @Given("the wire tears")
    public void tears() {
        torn = true;
    }

    /** It burns in every second attempt. */
    @Then("the lamp flickers")
    public void flickers() {
        step("the lamp flickers");
        if (start.at().getEpochSecond() % 2 == 1) {
            throw new AssertionError("OTA-M1: the lamp is to be on, and is off");
        }
    }

    @Given("a bulb that is missing")
    public void missing() {
        throw UserMistake.in("bulbs/a.upi", "", "a bulb", "no such file");
    }

    private void step(String text) {
        history.add(now, Kind.STEP, "steps", Fields.of("text", text).and("state", "started"));
        now += 500 * Nanos.MILLISECOND;
    }
}
