package dev.underpin.steps;

import dev.underpin.fault.BitFault;
import dev.underpin.fault.BusFault;
import dev.underpin.fault.Fault;
import dev.underpin.fault.FaultKind;
import dev.underpin.fault.FlashFault;
import dev.underpin.fault.PlantFault;
import dev.underpin.fault.ScreenFault;
import dev.underpin.fault.SupplyFault;
import dev.underpin.fault.UdsFault;
import dev.underpin.fault.UplinkFault;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Uds;
import dev.underpin.time.Nanos;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.Map;

/** What goes wrong. */
public final class FaultSteps {
    private final FaultStage stage;

    public FaultSteps(Trial trial) {
        this((FaultStage) trial);
    }

    FaultSteps(FaultStage stage) {
        this.stage = stage;
    }

    @Given("debris clogs the coolant pump")
    public void pumpClogged() {
        inject(new PlantFault.CoolantPumpClogged());
    }

    @Given("the coolant pump is worn out")
    public void pumpWorn() {
        inject(new PlantFault.CoolantPumpWorn());
    }

    @Given("the supply of {string} is cut")
    public void supplyCut(String ecu) {
        inject(new SupplyFault.SupplyCut(ecu));
        stage.pass(Nanos.SECOND);
    }

    @Given("the infotainment screen no longer feels fingers")
    public void touchDead() {
        inject(new ScreenFault.TouchDead());
    }

    @Given("the flash of {string} fails to program")
    public void flashWorn(String ecu) {
        inject(new FlashFault.FlashWorn(ecu));
    }

    @When("the flash of {string} works again")
    public void flashHealed(String ecu) {
        stage.heal(new FlashFault.FlashWorn(ecu));
    }

    @When("the link drops at {int} % of the download and is back after {int} s")
    public void linkDrops(int percent, int seconds) {
        Fault drop = new UplinkFault.LinkDrop(percent);
        inject(drop);
        stage.await(
                "the link to drop",
                Limits.DOWNLOAD,
                bench -> !bench.surroundings().connected());
        stage.pass(seconds * Nanos.SECOND);
        stage.heal(drop);
    }

    @When("the controller of {string} goes bus-off")
    public void busOff(String ecu) {
        inject(new BitFault.BusOff(ecu));
    }

    @When("the controller of {string} goes bus-off for {int} s")
    public void busOffFor(String ecu, int seconds) {
        passing(new BitFault.BusOff(ecu), seconds * Nanos.SECOND);
    }

    @When("interference inverts one bit in {int} on the {word} bus for {int} ms")
    public void noise(int bits, String bus, int millis) {
        passing(new BitFault.BusNoise(bus, bits), millis * Nanos.MILLISECOND);
    }

    @When("a node babbles on the {word} bus for {int} s")
    public void babble(String bus, int seconds) {
        passing(new BusFault.BabblingIdiot(bus), seconds * Nanos.SECOND);
    }

    @When("responses of {string} come twice now and then")
    public void duplicated(String ecu) {
        inject(new BusFault.DuplicatedFrame(ecu));
    }

    @When("{string} answers {string} with {string}")
    public void answersFalsely(String ecu, String request, String answer) {
        inject(new UdsFault.FalseAnswer(ecu, request, answer));
    }

    @When("{string} answers everything with the response code {word}")
    public void refusesEverything(String ecu, String nrc) {
        inject(new UdsFault.FalseAnswer(ecu, "", "7FSS" + nrc));
    }

    @When("{string} answers {string} with response pending every {int} ms")
    public void pendingForEver(String ecu, String request, int millis) {
        inject(new UdsFault.EndlessPending(ecu, request, millis));
    }

    @When("{string} answers {string} with response pending and then is silent")
    public void pendingOnce(String ecu, String request) {
        inject(new UdsFault.EndlessPending(ecu, request, 0));
    }

    @When("a second responder answers {string} to {string} earlier, with {string}")
    public void secondResponder(String request, String ecu, String answer) {
        inject(new UdsFault.SecondResponder(ecu, request, answer));
    }

    @When("{string} answers {string} under the identifier {word}, with {string}")
    public void foreignIdentifier(String ecu, String request, String identifier, String answer) {
        inject(new UdsFault.ForeignIdentifier(ecu, request, identifier, answer));
    }

    @When("the answers of {string} come {int} ms late")
    public void late(String ecu, int millis) {
        inject(new UdsFault.LateAnswers(ecu, millis));
    }

    @When("{string} tells of {int} trouble codes")
    public void codeFlood(String ecu, int codes) {
        inject(new UdsFault.CodeFlood(ecu, codes));
    }

    @When("the transport of {word} of {string} suffers {word}, {word}")
    public void transport(String way, String ecu, String what, String often) {
        inject(kind("transport").fault(Map.of("ecu", ecu, "way", way, "harm", what, "often", often)));
    }

    @When("the gateway carries nothing on to {string}")
    public void routeBlocked(String ecu) {
        inject(new UdsFault.RouteBlocked(ecu));
    }

    @When("the gateway carries nothing on to {string} for {int} s")
    public void routeBlockedFor(String ecu, int seconds) {
        passing(new UdsFault.RouteBlocked(ecu), seconds * Nanos.SECOND);
    }

    @When("the first answer of {string} to {string} is lost")
    public void answerLost(String ecu, String service) {
        inject(new UdsFault.AnswerLost(ecu, "%02X".formatted(Integer.parseInt(service, 16) + 0x40)));
    }

    @When("a second tester sends {string} to {string} during the transfer")
    public void intruder(String request, String ecu) {
        awaitTransfer(ecu);
        inject(new UdsFault.Intruder(ecu, request));
    }

    @When("the supply of {string} fails for {int} ms during the transfer")
    public void supplyDipsDuringTransfer(String ecu, int millis) {
        awaitTransfer(ecu);
        passing(new SupplyFault.SupplyCut(ecu), millis * Nanos.MILLISECOND);
    }

    private void awaitTransfer(String ecu) {
        stage.await(
                "the transfer to " + ecu,
                Limits.INSTALLATION,
                bench -> Uds.of(ecu, Uds.response("76"))
                        .last(new Facts(bench.history()))
                        .isPresent());
    }

    @When("the supply of {string} fails for {int} ms while its values are read")
    public void supplyDips(String ecu, int millis) {
        awaitRead(ecu);
        passing(new SupplyFault.SupplyCut(ecu), millis * Nanos.MILLISECOND);
    }

    @When("the controller of {string} goes bus-off for {int} s while its values are read")
    public void busOffWhileRead(String ecu, int seconds) {
        awaitRead(ecu);
        passing(new BitFault.BusOff(ecu), seconds * Nanos.SECOND);
    }

    private void awaitRead(String ecu) {
        stage.await(
                "the codes of " + ecu,
                Limits.SESSION,
                bench -> Uds.of(ecu, Uds.response("5902"))
                        .last(new Facts(bench.history()))
                        .isPresent());
    }

    private void passing(Fault fault, long nanos) {
        inject(fault);
        stage.pass(nanos);
        stage.heal(fault);
    }

    private void inject(Fault fault) {
        stage.inject(fault);
    }

    private static FaultKind kind(String id) {
        return FaultKind.named(id).orElseThrow();
    }
}
