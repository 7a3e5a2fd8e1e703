package dev.underpin.steps;

import dev.underpin.judge.Promise;
import io.cucumber.java.en.Then;

/** What the diagnostics' catalogue of faults and attacks expects, row by row, in the rows' own words. */
public final class RemotePromises {
    private final Trial trial;
    private final TechnicianSteps technician;

    public RemotePromises(Trial trial, TechnicianSteps technician) {
        this.trial = trial;
        this.technician = technician;
    }

    @Then("^(diag-[\\w-]+) is kept: (.+)$")
    public void kept(String row, String words) {
        Promise promise =
                trial.judge().row(row).orElseThrow(() -> new IllegalArgumentException("nobody judges row " + row));
        if (!promise.text().equals(words)) {
            throw new IllegalArgumentException("row %s says '%s', not '%s'".formatted(row, promise.text(), words));
        }
        trial.proveRow(row, Limits.CLOUD);
    }

    @Then("^the team's inbox and the log are looked at, and (diag-\\w+) is kept: (.+)$")
    public void keptInInbox(String row, String words) {
        technician.readsInbox();
        trial.bench().technician().readAudit();
        kept(row, words);
    }

    @Then("^the log is looked at, and (diag-\\w+) is kept: (.+)$")
    public void keptInLog(String row, String words) {
        trial.bench().technician().readAudit();
        kept(row, words);
    }
}
