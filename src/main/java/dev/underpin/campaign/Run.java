package dev.underpin.campaign;

import dev.underpin.campaign.flow.Course;
import dev.underpin.campaign.flow.Flow;
import dev.underpin.history.Digest;
import dev.underpin.history.History;
import dev.underpin.judge.Judge;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.steps.RecordedBench;
import dev.underpin.time.Nanos;
import java.util.function.BiFunction;

/**
 * One run of a campaign: a flow played on a bench of its own, then judged. A pure function of flow, name and the provider's seed.
 * Threading: any; each run belongs to the thread that plays it.
 */
public final class Run {
    /** How long what has begun may take to come to its end once the people are done, vehicle time in nanoseconds. */
    public static final long QUIET = 2 * Nanos.MINUTE;

    private static final long GLANCE = Nanos.SECOND;

    private final Flow flow;
    private final String name;

    /** @param name with the provider's seed it decides every chance in the run */
    public Run(Flow flow, String name) {
        this.flow = flow;
        this.name = name;
    }

    /** Plays it to its end, and judges. */
    public RunResult play(BenchProvider benches, Judge judge) {
        return play(benches, judge, (history, result) -> result);
    }

    /** Plays it to its end, judges, and lets {@code then} read what the run leaves before its world is gone. */
    public <T> T play(BenchProvider benches, Judge judge, BiFunction<History, RunResult, T> then) {
        try (Bench bench = new RecordedBench(benches.bench(name))) {
            Course course = flow.begin(bench);
            long limit = now(bench) + flow.bound();
            while (course.end().isEmpty() && now(bench) < limit) {
                bench.await().pass(course.act());
            }
            Judgement judgement = new Judgement(judge, bench.history(), course.postconditions());
            long quiet = now(bench) + QUIET;
            while (judgement.open() && now(bench) < quiet) {
                bench.await().pass(GLANCE);
            }
            RunResult result = new RunResult(
                    name,
                    course.end().orElse("the people gave up"),
                    judgement.broken(),
                    Nanos.toSeconds(now(bench)),
                    Digest.of(bench.history()));
            return then.apply(bench.history(), result);
        }
    }

    private static long now(Bench bench) {
        return bench.calendar().scheduler().now();
    }
}
