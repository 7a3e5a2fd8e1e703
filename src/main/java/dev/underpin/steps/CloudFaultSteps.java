package dev.underpin.steps;

import dev.underpin.fault.Fault;
import dev.underpin.fault.FaultKind;
import dev.underpin.time.Nanos;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong between the vehicle and its cloud, or is done there. */
public final class CloudFaultSteps {
    private final Trial trial;
    private final List<Fault> injected = new ArrayList<>();

    public CloudFaultSteps(Trial trial) {
        this.trial = trial;
    }

    @When("the {word} metadata of the {word} is forged: {word}")
    public void forged(String role, String repository, String how) {
        inject("metadata-forged", "%s %s %s".formatted(repository, role, how));
    }

    @When("the next {int} answers to requests for {word} suffer {word}")
    public void spoilt(int times, String what, String how) {
        inject("answer-spoilt", "%s %s %d".formatted(path(what), how, times));
    }

    @When("the next {int} requests for {word} are answered with {int}")
    public void answered(int times, String what, int status) {
        inject("cloud-status", "%s %d %d".formatted(path(what), status, times));
    }

    @When("the next request for the {word} reaches the cloud twice")
    public void doubled(String what) {
        inject("request-doubled", path(what));
    }

    @When("the attack ends")
    @When("the trouble ends")
    public void ends() {
        injected.forEach(trial.bench().faults()::heal);
        injected.clear();
    }

    @When("{int} hours pass")
    public void passHours(int hours) {
        trial.bench().await().pass(hours * Nanos.HOUR);
    }

    @When("{int} minutes pass")
    public void passMinutes(int minutes) {
        trial.bench().await().pass(minutes * Nanos.MINUTE);
    }

    @When("{int} seconds pass")
    public void passSeconds(int seconds) {
        trial.bench().await().pass(seconds * Nanos.SECOND);
    }

    @When("the radio link suffers {word}")
    public void link(String kind) {
        inject(kind, "");
    }

    @When("the radio link suffers {word} {int}")
    public void link(String kind, int parameter) {
        inject(kind, Integer.toString(parameter));
    }

    @When("the vehicle's clock is wrong by {int} hours")
    public void clock(int hours) {
        inject("clock-wrong", Integer.toString(hours * 3600));
    }

    private void inject(String kind, String words) {
        Fault fault = FaultKind.named(kind).orElseThrow().fault(words);
        trial.bench().faults().inject(fault);
        injected.add(fault);
    }

    private static String path(String what) {
        return switch (what) {
            case "offer", "events", "manifest" -> ".*/" + what;
            case "metadata" -> ".*/(director|image-repo)/.*";
            case "images" -> ".*/images/.*";
            default -> throw new IllegalArgumentException("nothing at the cloud is called " + what);
        };
    }
}
