package dev.underpin.defect.hunt;

import dev.underpin.defect.Defect;
import dev.underpin.judge.Verdict;
import dev.underpin.report.ScenarioId;
import dev.underpin.report.ScenarioOutcome;
import dev.underpin.session.Progress;
import dev.underpin.time.Stopwatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The feature files: first the scenarios that should find the defect, then, if they do not, all others. What fails on the sound vehicle too
 * finds nothing.
 */
public final class FeatureHunt implements Hunt {
    private final Grounds grounds;
    private final boolean all;
    private final Map<String, Set<ScenarioId>> blamedWhenSound = new ConcurrentHashMap<>();

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
        if (!defect.hidden()) {
            Trail expected = hunt(defect, List.of(defect.feature()), defect.tags(), since);
            if (expected.caught() || !all) {
                return expected;
            }
        }
        return all
                ? hunt(defect, List.of(""), "", since)
                : new Trail(defect, false, false, "", "no scenario is written for it", since.seconds());
    }

    private Trail hunt(Defect defect, List<String> files, String tags, Stopwatch since) {
        Watch watch = new Watch(since);
        grounds.play(files, tags, defect.in(grounds.rig()), watch);
        if (!watch.failed.isEmpty()) {
            watch.failed.removeIf(it -> soundly(files, tags).contains(it.id()));
        }
        Optional<ScenarioOutcome> naming =
                watch.failed.stream().filter(it -> names(it, defect)).findFirst();
        return naming.or(() -> watch.failed.stream().findFirst())
                .map(it -> new Trail(
                        defect, true, naming.isPresent(), it.id().toString(), it.reason(), watch.firstFailure))
                .orElseGet(() -> new Trail(defect, false, false, "", watch.seen.toString(), since.seconds()));
    }

    private Set<ScenarioId> soundly(List<String> files, String tags) {
        return blamedWhenSound.computeIfAbsent(files + tags, same -> {
            Watch watch = new Watch(Stopwatch.start());
            grounds.play(files, tags, grounds.rig(), watch);
            return watch.failed.stream().map(ScenarioOutcome::id).collect(Collectors.toSet());
        });
    }

    private static boolean names(ScenarioOutcome outcome, Defect defect) {
        boolean judged = outcome.judged().entrySet().stream()
                .anyMatch(it -> it.getValue() == Verdict.FAIL && defect.breaks(it.getKey()));
        return judged || defect.isNamedBy(outcome.reason() + outcome.detail());
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
