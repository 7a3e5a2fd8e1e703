package dev.underpin.steps;

import java.util.List;

/** Knows the steps of running scenarios in advance; any thread. */
@FunctionalInterface
public interface ScenarioAhead {
    /** The steps of the scenario that runs under that id of Cucumber's, in order. */
    List<StepAhead> steps(String id);
}
