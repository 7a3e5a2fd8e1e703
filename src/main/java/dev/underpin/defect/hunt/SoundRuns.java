package dev.underpin.defect.hunt;

import dev.underpin.judge.Verdict;
import dev.underpin.report.ScenarioOutcome;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.session.Progress;
import java.util.ArrayList;
import java.util.List;

/** Runs of the sound vehicle: one run is all scenarios of the main feature file of one contract with a seed of its own. */
public final class SoundRuns {
    private static final List<String> FILES =
            List.of("ota-update/main.feature", "ota-scheduled-update/main.feature", "remote-diagnostics/main.feature");

    private final Grounds grounds;

    public SoundRuns(Grounds grounds) {
        this.grounds = grounds;
    }

    /** Plays the run of that seed; the contracts take turns. What is not Pass is an alarm, and a false one. */
    public List<String> alarms(long seed) {
        String file = FILES.get(Math.floorMod(seed, FILES.size()));
        VirtualRig rig = grounds.rig().seeded(seed);
        Alarms alarms = new Alarms(seed);
        grounds.play(List.of(file), "", rig, alarms);
        return alarms.told;
    }

    private static final class Alarms implements Progress {
        private final long seed;
        private final List<String> told = new ArrayList<>();

        Alarms(long seed) {
            this.seed = seed;
        }

        @Override
        public void begins(int scenarios, int open) {}

        @Override
        public void ended(int done, int scenarios, ScenarioOutcome outcome) {
            if (outcome.verdict() != Verdict.PASS) {
                told.add("seed %d, %s: %s: %s"
                        .formatted(seed, outcome.id(), outcome.verdict().label(), outcome.reason()));
            }
        }
    }
}
