package dev.underpin.steps;

import io.cucumber.java.en.Then;

/** What the catalogues of faults expect, by the ids of their rows. */
public final class CataloguePromises {
    private final Trial trial;

    public CataloguePromises(Trial trial) {
        this.trial = trial;
    }

    @Then(
            "{word} is kept: a silent unit is listed as not responding with the moment it was last seen, the others are read")
    @Then("{word} is kept: waiting ends at its limit, the unit is listed as not responding, the others are read")
    @Then("{word} is kept: the retries end, the exact response code is shown, the others are read")
    @Then("{word} is kept: the answer is discarded, nothing of it is in the report, the others are read")
    @Then("{word} is kept: the two answers are noticed and the value is marked as untrusted")
    @Then("{word} is kept: the transport's timeouts end it after one retry, nothing hangs, the others are read")
    @Then("{word} is kept: the unit comes back, the read-out goes on, what is partial is labelled")
    @Then("{word} is kept: all codes are shown or marked as truncated, the console stays usable")
    @Then("{word} is kept: what stands still is marked as stale")
    @Then("{word} is kept: the unit is identified again before anything else is read")
    @Then("{word} is kept: the control unit takes its output back, the console is told")
    public void ofTheReadOut(String row) {
        trial.proveRow(row, Limits.CLOUD);
    }

    @Then("{word} is kept: the transport repeats, or the installation ends cleanly with the old software")
    @Then("{word} is kept: the transport's timeouts lead to a retry, then to a failure that keeps the old software")
    @Then("{word} is kept: the installation completes")
    @Then("{word} is kept: waiting ends at its limit, the installation fails and the old software is kept")
    @Then("{word} is kept: the reason is mapped, the tries are bounded, the old software is kept")
    @Then("{word} is kept: the same block is sent again and accepted, the installation completes")
    @Then(
            "{word} is kept: the control unit is erased and transferred to again from its start, the installation completes")
    @Then("{word} is kept: the second tester does not brick the control unit")
    @Then("{word} is kept: what the control unit says after its restart gives the false answers away")
    @Then("{word} is kept: the tries to unlock are few and apart, nothing is erased")
    @Then("{word} is kept: the control unit is found out and brought back, communication and fault storage work again")
    @Then("{word} is kept: nothing is activated, the old software is kept")
    @Then("{word} is kept: the installation is refused before anything is erased")
    public void ofTheInstallation(String row) {
        trial.proveRow(row, Limits.INSTALLATION);
    }
}
