package dev.underpin.steps;

import io.cucumber.java.en.Then;

/** What the catalogues of faults expect, by the ids of their rows. */
public final class CataloguePromises {
    private final Trial trial;

    public CataloguePromises(Trial trial) {
        this.trial = trial;
    }

    @Then("{word} is kept: a silent unit is listed as not responding with the moment it was last seen, the others are read")
    @Then("{word} is kept: waiting ends at its limit, the unit is listed as not responding, the others are read")
    @Then("{word} is kept: the retries end, the exact response code is shown, the others are read")
    @Then("{word} is kept: the answer is discarded, nothing of it is in the report, the others are read")
    @Then("{word} is kept: the two answers are noticed and the value is marked as untrusted")
    @Then("{word} is kept: the transport's timeouts end it after one retry, nothing hangs, the others are read")
    @Then("{word} is kept: the unit comes back, the read-out goes on, what is partial is labelled")
    @Then("{word} is kept: all codes are shown or marked as truncated, the console stays usable")
    @Then("{word} is kept: what stands still is marked as stale")
    @Then("{word} is kept: the unit is identified again before anything else is read")
    public void ofTheReadOut(String row) {
        trial.proveRow(row, Limits.CLOUD);
    }
}
