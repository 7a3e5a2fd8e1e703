package dev.underpin.steps;

import io.cucumber.java.en.Then;

/** What the catalogue of faults of updates expects of network, cloud, metadata and images, by the ids of its rows. */
public final class UpdateCataloguePromises {
    private final Trial trial;

    public UpdateCataloguePromises(Trial trial) {
        this.trial = trial;
    }

    @Then("{word} is kept: the update is refused as not genuine, nothing is erased, the attack is reported")
    @Then("{word} is kept: the update is refused with its reason, nothing is erased, the attack is reported")
    @Then("{word} is kept: the update is refused with its reason, nothing is erased")
    @Then("{word} is kept: the update is refused with its reason, nothing is erased, or it resumes and completes")
    @Then("{word} is kept: the update resumes and completes")
    public void kept(String row) {
        trial.proveRow(row, Limits.INSTALLATION);
    }
}
