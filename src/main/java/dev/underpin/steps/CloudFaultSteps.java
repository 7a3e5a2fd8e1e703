package dev.underpin.steps;

import dev.underpin.time.Nanos;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong between the vehicle and its cloud, or is done there. */
public final class CloudFaultSteps {
    private final Trial trial;
    private final List<Injected> injected = new ArrayList<>();

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

    @When("the attack ends")
    @When("the trouble ends")
    public void ends() {
        injected.forEach(it -> trial.bench().faults().heal(it.kind(), it.target()));
        injected.clear();
    }

    @When("{int} hours pass")
    public void pass(int hours) {
        trial.bench().await().pass(hours * Nanos.HOUR);
    }

    private void inject(String kind, String target) {
        trial.bench().faults().inject(kind, target);
        injected.add(new Injected(kind, target));
    }

    private static String path(String what) {
        return switch (what) {
            case "offer", "events", "manifest" -> ".*/" + what;
            case "metadata" -> ".*/(director|image-repo)/.*";
            case "images" -> ".*/images/.*";
            default -> throw new IllegalArgumentException("nothing at the cloud is called " + what);
        };
    }

    private record Injected(String kind, String target) {}
}
