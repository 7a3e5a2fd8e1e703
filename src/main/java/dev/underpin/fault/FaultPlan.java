package dev.underpin.fault;

import dev.underpin.mistake.UserMistake;
import java.nio.file.Path;
import java.util.List;

/**
 * Which faults happen when: plain data, written and read as YAML.
 *
 * @param name what it is called in reports
 * @param faults in no particular order
 */
public record FaultPlan(String name, List<PlannedFault> faults) {
    public FaultPlan {
        faults = List.copyOf(faults);
    }

    /** No fault at all. */
    public static FaultPlan none() {
        return new FaultPlan("none", List.of());
    }

    /**
     * Reads a plan.
     *
     * @throws UserMistake naming file, line, field, what was expected and what was found
     */
    public static FaultPlan read(Path file) {
        return PlanFile.read(file);
    }

    /**
     * Reads a plan that stands in something else.
     *
     * @param place what messages call it
     * @throws UserMistake naming place, line, field, what was expected and what was found
     */
    public static FaultPlan parse(String place, String yaml) {
        return PlanFile.parse(place, yaml);
    }

    /** The plan as a YAML file says it: {@link #read} gives an equal plan. */
    public String yaml() {
        return PlanFile.yaml(this);
    }
}
