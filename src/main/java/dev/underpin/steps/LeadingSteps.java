package dev.underpin.steps;

import dev.underpin.rig.port.Driver;
import dev.underpin.time.Nanos;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A person who answers whatever an update asks, until it has come to an end. */
public final class LeadingSteps {
    private static final String INFOTAINMENT = "infotainment";
    private static final List<String> CONSENT = List.of("Install Update", "Install Now", "Confirm");
    private static final List<String> CONSENT_OR_RETRY = List.of("Install Update", "Install Now", "Confirm", "Retry");

    private static final long GLANCE = Nanos.SECOND;

    private final Trial trial;

    public LeadingSteps(Trial trial) {
        this.trial = trial;
    }

    @When("{person} leads the update to its end")
    public void lead(String person) {
        answer(CONSENT, () -> sees("update.done") || sees("update.error"));
    }

    @When("{person} tries again until the update is installed")
    public void retry(String person) {
        answer(CONSENT_OR_RETRY, () -> sees("update.done"));
    }

    @When("{person} leads the update to the download")
    public void download(String person) {
        answer(List.of("Install Update"), () -> sees("update.download"));
    }

    @When("{person} leads the update to the installation")
    public void install(String person) {
        answer(CONSENT, () -> sees("update.install"));
    }

    private void answer(List<String> words, BooleanSupplier ended) {
        long limit = now() + Limits.EVENING;
        while (!ended.getAsBoolean() && now() < limit) {
            List<String> offered = driver().buttons(INFOTAINMENT);
            words.stream().filter(offered::contains).findFirst().ifPresent(it -> driver().press(INFOTAINMENT, it));
            trial.bench().await().pass(GLANCE);
        }
        trial.await("the end of the update", Limits.REACTION, ended);
    }

    private long now() {
        return trial.bench().calendar().scheduler().now();
    }

    private boolean sees(String view) {
        return driver().sees(INFOTAINMENT, view);
    }

    private Driver driver() {
        return trial.bench().driver();
    }
}
