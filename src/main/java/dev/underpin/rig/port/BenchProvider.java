package dev.underpin.rig.port;

/** Makes a bench for a scenario. A run gives its provider to the steps: a glue class that names it in its constructor receives it. */
public interface BenchProvider {
    /**
     * A bench in its known state, nothing shared with any other.
     *
     * @param scenario the scenario's full name; with the run's seed it decides every chance in it
     */
    Bench bench(String scenario);
}
