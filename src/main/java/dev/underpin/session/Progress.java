package dev.underpin.session;

import dev.underpin.report.ScenarioOutcome;

/** Hears how a run gets on. Threading: one call at a time, from any thread. */
public interface Progress {
    /** The run begins with so many scenarios. */
    void begins(int scenarios);

    /** A scenario has ended, as the {@code done}-th. */
    void ended(int done, int scenarios, ScenarioOutcome outcome);
}
