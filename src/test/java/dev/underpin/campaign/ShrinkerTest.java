package dev.underpin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.campaign.flow.Bearer;
import dev.underpin.campaign.flow.Update;
import dev.underpin.campaign.list.CampaignFile;
import dev.underpin.campaign.list.RunList;
import dev.underpin.campaign.store.RunFile;
import dev.underpin.cloud.Seams;
import dev.underpin.fault.BusFault;
import dev.underpin.fault.Fault;
import dev.underpin.fault.FaultPlan;
import dev.underpin.fault.PlannedFault;
import dev.underpin.fault.SupplyFault;
import dev.underpin.fault.Trigger;
import dev.underpin.judge.Verdict;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.rig.virtual.VirtualRig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShrinkerTest {
    private static final Path RIG = Path.of("rigs", "virtual.yaml");
    private static final VirtualRig SOUND = new VirtualRig(RigFile.read(RIG), RIG, 1, Path.of("target", "images"));
    private static final BenchProvider BUGGY =
            world -> SOUND.with(new TwoFaultBug(), Seams.standard()).bench(world);

    @TempDir
    private Path folder;

    @Test
    void a_bug_behind_two_faults_is_found_by_chance_shrunk_to_them_and_replayed() throws IOException {
        RunList list = RunList.of(CampaignFile.read(campaign()), SOUND, 1, 60);
        RunResult found = IntStream.range(0, list.size())
                .mapToObj(index -> Engine.result(list.get(index), BUGGY))
                .filter(result -> broke(result, "V10"))
                .findFirst()
                .orElseThrow();

        Shrinker shrinker = new Shrinker(plan -> Engine.result(plan, BUGGY), 150);
        RunPlan smallest = shrinker.shrink(list.get(found.index()), "V10");
        RunResult once = Engine.result(smallest, BUGGY);
        RunFile.write(folder.resolve("run"), smallest, 1, once.digest());
        RunResult again = Engine.result(RunFile.read(folder.resolve("run")).plan(folder.resolve("run")), BUGGY);

        assertThat(smallest.faults().faults())
                .extracting(planned -> planned.fault().kind())
                .hasSizeLessThanOrEqualTo(2);
        assertThat(broke(once, "V10")).isTrue();
        assertThat(again).isEqualTo(once);
        assertThat(Engine.result(smallest, SOUND).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void what_is_not_needed_goes_and_what_is_needed_gets_simple() {
        Fault needed = new SupplyFault.SupplyDip("BMS", 5);
        Fault other = new BusFault.BusOff("BMS");
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

    private static boolean broke(RunResult result, String promise) {
        return Optional.of(result).stream()
                .flatMap(it -> it.broken().stream())
                .anyMatch(broken -> broken.promise().equals(promise) && broken.verdict() == Verdict.FAIL);
    }

    private Path campaign() throws IOException {
        return Files.writeString(folder.resolve("bug.yaml"), """
                campaign: bug
                flows: [{flow: update}]
                drawn:
                  runs: 60
                  most: 4
                  faults:
                    - {fault: exchange-lost, path: ".*", occurrence: 1..8}
                    - {fault: flash-cut, ecu: [BMS, VCU], operation: 1..8, millis: 200..900}
                    - {fault: link-down, for: 1..4 s}
                    - {fault: ecu-reset, ecu: [INV, IPC, THM]}
                """);
    }
}
