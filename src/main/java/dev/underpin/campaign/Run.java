package dev.underpin.campaign;

import dev.underpin.campaign.flow.Course;
import dev.underpin.fault.Nemesis;
import dev.underpin.history.Digest;
import dev.underpin.history.FrameLog;
import dev.underpin.history.History;
import dev.underpin.judge.Judge;
import dev.underpin.judge.Verdict;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.steps.RecordedBench;
import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/**
 * One run of a campaign: a flow played on a bench of its own while its faults happen, then judged. A pure function of its plan and the
 * provider's seed. Threading: any; each run belongs to the thread that plays it.
 */
public final class Run {
    /** How long what has begun may take to come to its end once the people are done, vehicle time in nanoseconds. */
    public static final long QUIET = 2 * Nanos.MINUTE;

    private static final long GLANCE = Nanos.SECOND;
    /** Five hours of the traffic of a vehicle that is awake: one that should sleep overnight, and does not, is not waited for. */
    private static final int MOST_FRAMES = 5_500_000;

    private final RunPlan plan;
    private final int mostFrames;

    public Run(RunPlan plan) {
        this(plan, MOST_FRAMES);
    }

    /** @param mostFrames how many frames may pass over the buses before the people give up */
    Run(RunPlan plan, int mostFrames) {
        this.plan = plan;
        this.mostFrames = mostFrames;
    }

    /** Plays it to its end, and judges. */
    public RunResult play(BenchProvider benches, Judge judge) {
        return play(benches, judge, (history, result) -> result);
    }

    /** Plays it to its end, judges, and lets {@code then} read what the run leaves before its world is gone. */
    public <T> T play(BenchProvider benches, Judge judge, BiFunction<History, RunResult, T> then) {
        try (Bench bench = new RecordedBench(benches.bench(plan.world()))) {
            Nemesis nemesis = plan.nemesis(bench);
            nemesis.begin();
            Course course = plan.flow().begin(bench);
            act(bench, course, () -> course.end().isPresent() && !nemesis.underWay());
            nemesis.end();
            act(bench, course, () -> course.end().isPresent());
            return then.apply(bench.history(), judged(bench, judge, course, nemesis));
        }
    }

    /** The people go on until {@code enough}, or until they give up. */
    private void act(Bench bench, Course course, BooleanSupplier enough) {
        long limit = now(bench) + plan.flow().bound();
        while (!enough.getAsBoolean() && now(bench) < limit && frames(bench) < mostFrames) {
            bench.await().pass(course.act());
        }
    }

    private RunResult judged(Bench bench, Judge judge, Course course, Nemesis nemesis) {
        String end = course.end().orElse("");
        List<String> promised = end.equals(Course.DONE) ? course.postconditions() : List.of();
        Judgement judgement = new Judgement(judge, bench.history(), promised);
        long quiet = now(bench) + QUIET;
        while (judgement.open() && now(bench) < quiet) {
            bench.await().pass(GLANCE);
        }
        List<Broken> broken = new ArrayList<>(judgement.broken());
        if (end.isEmpty()) {
            broken.addFirst(new Broken(
                    "end",
                    Verdict.FAIL,
                    "%s was neither done nor ended by name %s"
                            .formatted(plan.flow().name(), within(bench))));
        }
        nemesis.missed().stream().map(Sightings::missed).forEach(broken::add);
        return new RunResult(
                plan.index(),
                end.isEmpty() ? "the people gave up" : end,
                broken,
                Sightings.met(bench.history()),
                Nanos.toSeconds(now(bench)),
                Digest.of(bench.history()));
    }

    private String within(Bench bench) {
        return frames(bench) < mostFrames
                ? "within %.0f s of vehicle time after the last fault had healed"
                        .formatted(Nanos.toSeconds(plan.flow().bound()))
                : "before %d frames had passed over the buses".formatted(mostFrames);
    }

    private static int frames(Bench bench) {
        return bench.history().buses().stream().mapToInt(FrameLog::size).sum();
    }

    private static long now(Bench bench) {
        return bench.calendar().scheduler().now();
    }
}
