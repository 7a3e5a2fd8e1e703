package dev.underpin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.campaign.flow.Bearer;
import dev.underpin.campaign.flow.Update;
import dev.underpin.fault.BitFault;
import dev.underpin.fault.Fault;
import dev.underpin.fault.FaultPlan;
import dev.underpin.fault.PlannedFault;
import dev.underpin.fault.SupplyFault;
import dev.underpin.fault.Trigger;
import dev.underpin.judge.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
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

        RunPlan smallest = new Shrinker(candidate -> result(candidate, needed), 100).shrink(plan, "P");

        assertThat(smallest.flow()).isEqualTo(new Update("small", Bearer.WIFI));
        assertThat(smallest.faults().faults()).singleElement().satisfies(left -> {
            assertThat(left.fault()).isEqualTo(needed);
            assertThat(left.when()).isEqualTo(new Trigger.At(0));
            assertThat(left.lasting()).isLessThan(20_000_000L);
        });
    }

    private static RunResult result(RunPlan plan, Fault needed) {
        boolean fails = plan.faults().faults().stream()
                .anyMatch(planned -> planned.fault().equals(needed));
        List<Broken> broken = fails ? List.of(new Broken("P", Verdict.FAIL, "")) : List.of();
        return new RunResult(0, "done", broken, List.of(), 0, "");
    }
}
