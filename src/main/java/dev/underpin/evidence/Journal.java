package dev.underpin.evidence;

/**
 * Takes what scenarios leave behind. A run gives its journal to the steps: a glue class that names it in its constructor receives it.
 *
 * <p>Threading: any thread; each scenario hands over once, when it has ended and before Cucumber reports it finished.
 */
@FunctionalInterface
public interface Journal {
    /** Takes the record; it belongs to the journal from now on. */
    void accept(ScenarioRecord record);
}
