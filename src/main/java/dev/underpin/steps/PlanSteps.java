package dev.underpin.steps;

import dev.underpin.fault.FaultPlan;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Faults that come by themselves at their moments. */
public final class PlanSteps {
    private final Trial trial;

    public PlanSteps(Trial trial) {
        this.trial = trial;
    }

    /**
     * A plan as a table: {@code fault}, {@code with} its parameters, {@code when} it begins, {@code for} how long; {@code with} and
     * {@code when} as in a plan's file, without braces.
     */
    @Given("the fault plan")
    public void plan(DataTable table) {
        trial.carryOut(read(table.cells()));
    }

    /** The plan in a table's cells, the headings first. */
    static FaultPlan read(List<List<String>> cells) {
        StringBuilder yaml = new StringBuilder("plan: of the scenario\nfaults:\n");
        for (List<String> values : cells.subList(1, cells.size())) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < values.size(); i++) {
                row.put(cells.getFirst().get(i), values.get(i));
            }
            yaml.append("  - {fault: ").append(cell(row, "fault"));
            append(yaml, "", cell(row, "with"), "");
            append(yaml, "when: {", cell(row, "when"), "}");
            append(yaml, "for: ", cell(row, "for"), "");
            yaml.append("}\n");
        }
        return FaultPlan.parse("the fault plan of the scenario", yaml.toString());
    }

    private static void append(StringBuilder yaml, String before, String cell, String after) {
        if (!cell.isEmpty()) {
            yaml.append(", ").append(before).append(cell).append(after);
        }
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        return cell == null ? "" : cell.strip();
    }
}
