package dev.underpin.campaign;

import dev.underpin.campaign.flow.Course;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.steps.RecordedBench;
import dev.underpin.time.Nanos;
import java.util.List;

/** Plays a run up to a moment and tells how things stand. */
public final class Replay {
    private final RunPlan plan;

    public Replay(RunPlan plan) {
        this.plan = plan;
    }

    /** How things stand at that vehicle time, in nanoseconds, or at the end of the flow if that comes before. */
    public List<String> until(long moment, BenchProvider benches) {
        try (Bench bench = new RecordedBench(benches.bench(plan.world()))) {
            plan.nemesis(bench).begin();
            Course course = plan.flow().begin(bench);
            while (now(bench) < moment) {
                long look = course.end().isPresent() ? Nanos.SECOND : course.act();
                bench.await().pass(Math.min(look, moment - now(bench)));
            }
            return Standing.at(bench.history(), now(bench));
        }
    }

    private static long now(Bench bench) {
        return bench.calendar().scheduler().now();
    }
}
