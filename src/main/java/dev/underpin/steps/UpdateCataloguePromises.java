package dev.underpin.steps;

import dev.underpin.judge.ota.OtaRows;
import io.cucumber.java.en.Then;

/** What the catalogue of faults of updates expects of network, cloud, metadata and images, by the ids of its rows. */
public final class UpdateCataloguePromises {
    private final Trial trial;

    public UpdateCataloguePromises(Trial trial) {
        this.trial = trial;
    }

    @Then("{word} is kept: the update is refused as not genuine, nothing is erased, the attack is reported")
    @Then("{word} is kept: the update is refused with its reason, nothing is erased, the attack is reported")
    @Then("{word} is kept: what is up to date is told so, nothing is erased")
    @Then("{word} is kept: the control unit refuses it, the old software is restored and the user is told")
    @Then("{word} is kept: the old software is restored and the user is told")
    @Then("{word} is kept: the second report is dropped")
    @Then("{word} is kept: the update is installed once")
    public void kept(String row) {
        trial.proveRow(row, Limits.INSTALLATION);
    }

    @Then("{word} is kept: the update is refused with its reason, nothing is erased")
    public void refused(String row) {
        prove(row, OtaRows.REFUSED);
    }

    @Then("{word} is kept: the update resumes and completes")
    public void resumed(String row) {
        prove(row, OtaRows.RESUMED);
    }

    /** Of a row with scenarios of both outcomes the one that the step names. */
    private void prove(String row, String outcome) {
        boolean both = trial.judge().row(row + outcome).isPresent();
        trial.proveRow(both ? row + outcome : row, Limits.INSTALLATION);
    }
}
