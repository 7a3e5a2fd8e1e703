package dev.underpin.campaign;

import dev.underpin.campaign.flow.Bearer;
import dev.underpin.campaign.flow.Flow;
import dev.underpin.campaign.flow.RemoteSupport;
import dev.underpin.campaign.flow.ScheduledUpdate;
import dev.underpin.campaign.flow.Update;
import dev.underpin.fault.FaultPlan;
import dev.underpin.fault.PlannedFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a failing run smaller while the same thing still breaks: drops faults, narrows their times, simplifies their parameters, shortens
 * the flow; again from the beginning after each success, until nothing helps any more.
 */
public final class Shrinker {
    private final Function<RunPlan, RunResult> player;
    private final int most;
    private int played;

    /**
     * @param player plays a run
     * @param most how many runs it may take
     */
    public Shrinker(Function<RunPlan, RunResult> player, int most) {
        this.player = player;
        this.most = most;
    }

    /** The smallest run found in which the promise of {@code worst} is broken with the same verdict as in {@code plan}. */
    public RunPlan shrink(RunPlan plan, Broken worst) {
        RunPlan smallest = plan;
        Optional<RunPlan> smaller = smaller(smallest, worst);
        while (smaller.isPresent()) {
            smallest = smaller.get();
            smaller = smaller(smallest, worst);
        }
        return smallest;
    }

    /** What a failing run is shrunk by: the promise that it broke worst. */
    public static Broken worst(RunResult failed) {
        return failed.broken().getFirst();
    }

    /** How many runs it took. */
    public int played() {
        return played;
    }

    private Optional<RunPlan> smaller(RunPlan plan, Broken worst) {
        return candidates(plan).stream()
                .filter(candidate -> played < most)
                .filter(candidate -> breaks(candidate, worst))
                .findFirst();
    }

    private boolean breaks(RunPlan candidate, Broken worst) {
        played++;
        return player.apply(candidate).broken().stream()
                .anyMatch(broken -> broken.promise().equals(worst.promise()) && broken.verdict() == worst.verdict());
    }

    private static List<RunPlan> candidates(RunPlan plan) {
        List<RunPlan> smaller = new ArrayList<>();
        List<PlannedFault> faults = plan.faults().faults();
        for (int i = 0; i < faults.size(); i++) {
            List<PlannedFault> fewer = new ArrayList<>(faults);
            fewer.remove(i);
            smaller.add(with(plan, fewer));
        }
        for (int i = 0; i < faults.size(); i++) {
            for (PlannedFault simpler : Simpler.than(faults.get(i))) {
                List<PlannedFault> others = new ArrayList<>(faults);
                others.set(i, simpler);
                smaller.add(with(plan, others));
            }
        }
        shorter(plan.flow()).ifPresent(flow -> smaller.add(plan.with(flow)));
        return smaller;
    }

    private static Optional<Flow> shorter(Flow flow) {
        return switch (flow) {
            case Update it ->
                it.bearer() == Bearer.WIFI ? Optional.empty() : Optional.of(new Update(it.release(), Bearer.WIFI));
            case ScheduledUpdate it -> Optional.of(new Update(it.release(), it.bearer()));
            case RemoteSupport it ->
                it.drivenSeconds() == 0
                        ? Optional.empty()
                        : Optional.of(new RemoteSupport(it.drivenSeconds() / 2, it.bearer()));
        };
    }

    private static RunPlan with(RunPlan plan, List<PlannedFault> faults) {
        return plan.with(new FaultPlan(plan.faults().name(), faults));
    }
}
