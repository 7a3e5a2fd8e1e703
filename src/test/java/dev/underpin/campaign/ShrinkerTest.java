package dev.underpin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.campaign.flow.Bearer;
import dev.underpin.campaign.flow.Update;
import dev.underpin.fault.BitFault;
import dev.underpin.fault.CloudFault;
import dev.underpin.fault.Fault;
import dev.underpin.fault.FaultPlan;
import dev.underpin.fault.PlannedFault;
import dev.underpin.fault.SupplyFault;
import dev.underpin.fault.Trigger;
import dev.underpin.judge.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
    private static final Broken BROKEN = new Broken("P", Verdict.FAIL, "");

    @Test
    void what_is_not_needed_goes_and_what_is_needed_gets_simple() {
        Fault needed = new SupplyFault.SupplyDip("BMS", 5);
        Fault other = new BitFault.BusOff("BMS");
        RunPlan plan = new RunPlan(
                0,
                "w",
                new Update("small", Bearer.CELLULAR),
                new FaultPlan(
                        "both",
                        List.of(
                                PlannedFault.of(needed, new Trigger.At(1_234_567_890L), 8_000_000_000L),
                                PlannedFault.of(other, new Trigger.Begin(), PlannedFault.UNTIL_THE_END))));

        RunPlan smallest = new Shrinker(candidate -> result(candidate, needed), 100).shrink(plan, BROKEN);

        assertThat(smallest.flow()).isEqualTo(new Update("small", Bearer.WIFI));
        assertThat(smallest.faults().faults()).singleElement().satisfies(left -> {
            assertThat(left.fault()).isEqualTo(needed);
            assertThat(left.when()).isEqualTo(new Trigger.At(0));
            assertThat(left.lasting()).isLessThan(20_000_000L);
        });
    }

    @Test
    void a_run_that_does_not_break_the_promise_with_the_same_verdict_is_another_failure() {
        PlannedFault fault =
                PlannedFault.of(new SupplyFault.SupplyDip("BMS", 5), new Trigger.At(1_000_000_000L), 8_000_000_000L);
        RunPlan plan = new RunPlan(0, "w", new Update("small", Bearer.WIFI), new FaultPlan("one", List.of(fault)));

        RunPlan smallest = new Shrinker(
                        candidate -> broken(candidate.equals(plan) ? Verdict.FAIL : Verdict.INCONCLUSIVE), 100)
                .shrink(plan, BROKEN);

        assertThat(smallest).isEqualTo(plan);
    }

    @Test
    void what_is_left_can_be_read_from_a_plan_file() {
        PlannedFault fault = PlannedFault.of(
                new CloudFault.CloudStatus(".*", 503, 3), new Trigger.Begin(), PlannedFault.UNTIL_THE_END);
        RunPlan plan = new RunPlan(0, "w", new Update("small", Bearer.WIFI), new FaultPlan("one", List.of(fault)));

        RunPlan smallest = new Shrinker(candidate -> broken(Verdict.FAIL), 100).shrink(plan, BROKEN);
        RunPlan withFault = new Shrinker(
                        candidate -> broken(candidate.faults().faults().isEmpty() ? Verdict.PASS : Verdict.FAIL), 100)
                .shrink(plan, BROKEN);

        assertThat(smallest.faults().faults()).isEmpty();
        assertThat(FaultPlan.parse("shrunk", withFault.faults().yaml())).isEqualTo(withFault.faults());
    }

    private static RunResult result(RunPlan plan, Fault needed) {
        boolean fails = plan.faults().faults().stream()
                .anyMatch(planned -> planned.fault().equals(needed));
        return fails ? broken(Verdict.FAIL) : new RunResult(0, "done", List.of(), List.of(), 0, "");
    }

    private static RunResult broken(Verdict verdict) {
        return new RunResult(0, "done", List.of(new Broken("P", verdict, "")), List.of(), 0, "");
    }
}
