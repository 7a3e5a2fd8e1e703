package dev.underpin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.fault.BitFault;
import dev.underpin.fault.BusFault;
import dev.underpin.fault.SupplyFault;
import dev.underpin.fault.UdsFault;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsAheadTest {
    private static final String STRING = "java.lang.String";

    @Test
    void steps_tell_their_faults_before_they_run_and_others_tell_none() {
        assertThat(FaultsAhead.of(List.of(
                        new StepAhead(
                                "dev.underpin.steps.DriverSteps.presses(java.lang.String)",
                                List.of("\"OK\""),
                                List.of()),
                        step("busOffFor", List.of("\"BRK\"", "5"), STRING, "int"),
                        step("answersFalsely", List.of("\"BRK\"", "\"22F195\"", "\"7FSS31\""), STRING, STRING, STRING),
                        step("supplyDipsDuringTransfer", List.of("\"BMS\"", "20"), STRING, "int"))))
                .containsExactly(
                        new BitFault.BusOff("BRK"),
                        new UdsFault.FalseAnswer("BRK", "22F195", "7FSS31"),
                        new SupplyFault.SupplyCut("BMS"));
    }

    @Test
    void a_plan_tells_its_faults() {
        StepAhead plan = new StepAhead(
                "dev.underpin.steps.PlanSteps.plan(io.cucumber.datatable.DataTable)",
                List.of(),
                List.of(List.of("fault", "with", "for"), List.of("wire-open", "ecu: BMS", "2 s")));

        assertThat(FaultsAhead.of(List.of(plan))).containsExactly(new BusFault.WireOpen("BMS"));
    }

    /** So that what is played is what Cucumber names. */
    @Test
    void each_step_of_faults_can_be_played() {
        assertThat(Arrays.stream(FaultSteps.class.getDeclaredMethods())
                        .filter(method -> method.getAnnotations().length > 0)
                        .filter(method -> !method.getName().equals("flashHealed")
                                && !method.getName().equals("transport"))
                        .map(method -> step(
                                method.getName(),
                                Arrays.stream(method.getParameterTypes())
                                        .map(type -> type == int.class ? "1" : "\"10\"")
                                        .toList(),
                                Arrays.stream(method.getParameterTypes())
                                        .map(Class::getName)
                                        .toArray(String[]::new))))
                .allSatisfy(step -> assertThat(FaultsAhead.of(List.of(step))).hasSize(1));
    }

    private static StepAhead step(String method, List<String> arguments, String... types) {
        return new StepAhead(
                "dev.underpin.steps.FaultSteps.%s(%s)".formatted(method, String.join(",", types)),
                arguments,
                List.of());
    }
}
