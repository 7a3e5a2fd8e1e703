package dev.underpin.campaign.store;

import dev.underpin.campaign.Broken;
import dev.underpin.campaign.RunPlan;
import dev.underpin.campaign.RunResult;
import dev.underpin.campaign.Shrinker;
import dev.underpin.campaign.list.RunList;
import dev.underpin.judge.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes the distinct failures of a campaign down: one run of each, shrunk, in a folder from which it is replayed. */
public final class Harvest {
    private static final int MOST_SHRUNK = 8;
    private static final int RUNS_EACH = 60;

    private final RunList list;
    private final Ground ground;
    private final Function<RunPlan, RunResult> player;

    /**
     * A failure in a folder.
     *
     * @param before how many faults its run had
     * @param after how many are left
     * @param plan the plan's file
     */
    public record Sheaf(Failure failure, int before, int after, Path plan) {}

    public Harvest(RunList list, Ground ground, Function<RunPlan, RunResult> player) {
        this.list = list;
        this.ground = ground;
        this.player = player;
    }

    /** Shrinks the first run of each of the worst failures and writes it into a folder of its own; not of those that proved nothing. */
    public List<Sheaf> bring(List<RunResult> results, List<Failure> failures, Path folder) throws IOException {
        Map<Integer, RunResult> byIndex = results.stream().collect(Collectors.toMap(RunResult::index, it -> it));
        List<Sheaf> sheaves = new ArrayList<>();
        for (Failure failure : failures) {
            int index = failure.runs().getFirst();
            RunResult failed = byIndex.get(index);
            if (failed != null && failure.verdict() != Verdict.VACUOUS && sheaves.size() < MOST_SHRUNK) {
                String number = "failures/%02d".formatted(sheaves.size() + 1);
                sheaves.add(bring(failure, list.get(index), Shrinker.worst(failed), folder.resolve(number)));
            }
        }
        return sheaves;
    }

    private Sheaf bring(Failure failure, RunPlan plan, Broken worst, Path folder) throws IOException {
        RunPlan smallest = new Shrinker(player, RUNS_EACH).shrink(plan, worst);
        Path file =
                RunFile.write(folder, smallest, ground, player.apply(smallest).digest());
        return new Sheaf(
                failure,
                plan.faults().faults().size(),
                smallest.faults().faults().size(),
                file);
    }
}
