package dev.underpin.defect.hunt;

import dev.underpin.campaign.Broken;
import dev.underpin.campaign.Engine;
import dev.underpin.campaign.RunResult;
import dev.underpin.campaign.list.RunList;
import dev.underpin.defect.Defect;
import dev.underpin.judge.Verdict;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.time.Stopwatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A campaign of fixed budget: its runs one after the other until one breaks a promise that the sound vehicle keeps in the same run, and
 * then as many as are left of the budget until one breaks the promise that the defect is known to break.
 */
public final class CampaignHunt implements Hunt {
    private final VirtualRig rig;
    private final RunList list;
    private final Map<Integer, Set<String>> brokenWhenSound = new ConcurrentHashMap<>();

    /** @param list the budget: all of its runs */
    public CampaignHunt(VirtualRig rig, RunList list) {
        this.rig = rig;
        this.list = list;
    }

    @Override
    public String name() {
        return "campaign";
    }

    @Override
    public Trail hunt(Defect defect) {
        Stopwatch since = Stopwatch.start();
        List<Trail> found = new ArrayList<>();
        BenchProvider benches = defect.in(rig);
        for (int index = 0; index < list.size() && found.stream().noneMatch(Trail::named); index++) {
            double at = since.seconds();
            String run = list.get(index).faults().name();
            first(defect, index, benches)
                    .map(broken -> trail(
                            defect,
                            run,
                            broken,
                            found.isEmpty() ? at : found.getFirst().seconds()))
                    .ifPresent(found::add);
        }
        return found.isEmpty()
                ? new Trail(defect, false, false, "", "%d runs passed".formatted(list.size()), since.seconds())
                : found.getLast();
    }

    private Optional<Broken> first(Defect defect, int index, BenchProvider benches) {
        List<Broken> broken = failures(Engine.result(list.get(index), benches));
        if (!broken.isEmpty()) {
            Set<String> soundly = soundly(index);
            broken.removeIf(it -> soundly.contains(it.promise()));
        }
        return broken.stream()
                .filter(it -> named(defect, it))
                .findFirst()
                .or(() -> broken.stream().findFirst());
    }

    private Set<String> soundly(int index) {
        return brokenWhenSound.computeIfAbsent(
                index,
                run -> failures(Engine.result(list.get(run), rig)).stream()
                        .map(Broken::promise)
                        .collect(Collectors.toSet()));
    }

    private static List<Broken> failures(RunResult result) {
        return result.broken().stream()
                .filter(it -> it.verdict() == Verdict.FAIL)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Trail trail(Defect defect, String run, Broken broken, double seconds) {
        return new Trail(defect, true, named(defect, broken), run, broken.promise() + ": " + broken.reason(), seconds);
    }

    private static boolean named(Defect defect, Broken broken) {
        return defect.breaks(broken.promise()) || defect.isNamedBy(broken.reason());
    }
}
