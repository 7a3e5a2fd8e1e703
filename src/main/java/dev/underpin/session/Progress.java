package dev.underpin.session;

import dev.underpin.report.ScenarioOutcome;

/** Hears how a run gets on. Threading: one call at a time, from any thread. */
public interface Progress {
    /**
     * The run begins.
     *
     * @param scenarios how many it has
     * @param open how many more were left out because they are of what the product does not do yet ({@code @open})
     */
    void begins(int scenarios, int open);

    /** A scenario has ended, as the {@code done}-th. */
    void ended(int done, int scenarios, ScenarioOutcome outcome);
}
