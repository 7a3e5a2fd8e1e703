package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Release;
import dev.underpin.judge.fact.Uds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** V10: progress never falls, stays within 0 and 100, and says 100 only of what was checked. */
final class ProgressInvariant {
    private static final List<String> VIEWS = List.of("update.download", "update.install");
    private static final int WHOLE = 100;

    private ProgressInvariant() {}

    static Finding honest(Facts facts) {
        Map<String, Double> shown = new LinkedHashMap<>();
        List<Entry> records = facts.all(Kind.SCREEN, it -> VIEWS.contains(it.text("view")));
        for (Entry entry : records) {
            String run = entry.text("screen") + " " + entry.text("view");
            if (!entry.is("change", "updated")) {
                shown.remove(run);
            }
            Optional<Finding> broken = entry.number("progress")
                    .flatMap(now -> judge(
                            facts,
                            entry,
                            now,
                            Optional.ofNullable(shown.put(run, now)).orElse(0.0)));
            if (broken.isPresent()) {
                return broken.get();
            }
        }
        return records.isEmpty()
                ? Finding.notRun("no progress was shown")
                : Finding.pass("progress was honest", records.getLast());
    }

    private static Optional<Finding> judge(Facts facts, Entry entry, double now, double before) {
        if (now < before) {
            return Optional.of(Finding.fail("progress fell from %.0f".formatted(before), entry));
        }
        if (now > WHOLE) {
            return Optional.of(Finding.fail("progress beyond 100", entry));
        }
        return now == WHOLE && entry.is("view", "update.install") ? unchecked(facts, entry) : Optional.empty();
    }

    /** Control units of the bundle that were erased, but whose image was not found to be good before {@code whole}. */
    private static Optional<Finding> unchecked(Facts facts, Entry whole) {
        return Release.before(facts, whole.index()).stream()
                .flatMap(release -> release.targets().stream())
                .map(Release.Target::ecu)
                .filter(ecu -> Uds.of(ecu, Uds.erase())
                        .lastBefore(facts, whole.index())
                        .isPresent())
                .filter(ecu -> Uds.of(ecu, Signs.imageGood())
                        .lastBefore(facts, whole.index())
                        .isEmpty())
                .findFirst()
                .map(ecu -> Finding.fail("100 %% before the image of %s was checked".formatted(ecu), whole));
    }
}
