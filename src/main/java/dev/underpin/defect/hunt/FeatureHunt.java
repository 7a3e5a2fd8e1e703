package dev.underpin.defect.hunt;

import dev.underpin.defect.Defect;
import dev.underpin.judge.Verdict;
import dev.underpin.report.ScenarioOutcome;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.session.Progress;
import dev.underpin.time.Stopwatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The feature files: first the scenarios that should find the defect, then, if they do not, all others. */
public final class FeatureHunt implements Hunt {
    private final Grounds grounds;
    private final boolean all;

    private FeatureHunt(Grounds grounds, boolean all) {
        this.grounds = grounds;
        this.all = all;
    }

    /** In all feature files. */
    public static FeatureHunt everywhere(Grounds grounds) {
        return new FeatureHunt(grounds, true);
    }

    /** Only in the scenarios that should find the defect. */
    public static FeatureHunt whereExpected(Grounds grounds) {
        return new FeatureHunt(grounds, false);
    }

    @Override
    public String name() {
        return "features";
    }

    @Override
    public Trail hunt(Defect defect) {
        Stopwatch since = Stopwatch.start();
        Trail expected = hunt(defect, List.of(defect.feature()), defect.tags(), since);
        return expected.caught() || !all ? expected : hunt(defect, List.of(""), "", since);
    }

    private Trail hunt(Defect defect, List<String> files, String tags, Stopwatch since) {
        Watch watch = new Watch(since);
        BenchProvider benches = scenario ->
                grounds.rig().with(defect.fitting().get(), defect.seams().get()).bench(scenario);
        grounds.play(files, tags, benches, watch);
        Pattern names = Pattern.compile("\\b(%s)\\b".formatted(defect.broken()));
        Optional<ScenarioOutcome> naming =
                watch.failed.stream().filter(it -> names(it, names)).findFirst();
        return naming.or(() -> watch.failed.stream().findFirst())
                .map(it -> new Trail(
                        defect, true, naming.isPresent(), it.id().toString(), it.reason(), watch.firstFailure))
                .orElseGet(() -> new Trail(defect, false, false, "", watch.seen.toString(), since.seconds()));
    }

    private static boolean names(ScenarioOutcome outcome, Pattern names) {
        boolean judged = outcome.judged().entrySet().stream()
                .anyMatch(it -> it.getValue() == Verdict.FAIL
                        && names.matcher(it.getKey()).matches());
        return judged || names.matcher(outcome.reason() + outcome.detail()).find();
    }

    /** What fails, and when the first did. */
    private static final class Watch implements Progress {
        private final Stopwatch since;
        private final List<ScenarioOutcome> failed = new ArrayList<>();
        private final List<String> seen = new ArrayList<>();
        private double firstFailure;

        Watch(Stopwatch since) {
            this.since = since;
        }

        @Override
        public void begins(int scenarios, int open) {}

        @Override
        public void ended(int done, int scenarios, ScenarioOutcome outcome) {
            if (outcome.verdict() == Verdict.FAIL || outcome.judged().containsValue(Verdict.FAIL)) {
                firstFailure = failed.isEmpty() ? since.seconds() : firstFailure;
                failed.add(outcome);
            } else if (outcome.verdict() != Verdict.PASS) {
                seen.add(outcome.verdict().label() + ": " + outcome.reason());
            }
        }
    }
}
