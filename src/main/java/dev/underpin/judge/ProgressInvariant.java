package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** V10: progress never falls, stays within 0 and 100, and says 100 only of what was checked. */
final class ProgressInvariant {
    private static final List<String> VIEWS = List.of("update.download", "update.install");
    private static final int WHOLE = 100;

    private ProgressInvariant() {}

    static Finding honest(History history) {
        Map<String, Double> last = new LinkedHashMap<>();
        Entry seen = null;
        for (Entry entry : history.of(Kind.SCREEN)) {
            if (!VIEWS.contains(entry.text("view"))) {
                continue;
            }
            String run = entry.text("screen") + entry.text("view");
            if (!entry.is("change", "updated")) {
                last.remove(run);
            }
            Optional<Double> progress = entry.number("progress");
            if (progress.isPresent()) {
                seen = entry;
                Double before = last.put(run, progress.get());
                Optional<Finding> broken = judge(history, entry, progress.get(), before == null ? 0 : before);
                if (broken.isPresent()) {
                    return broken.get();
                }
            }
        }
        return seen == null ? Finding.notRun("no progress was shown") : Finding.pass("progress was honest", seen);
    }

    private static Optional<Finding> judge(History history, Entry entry, double now, double before) {
        if (now < before) {
            return Optional.of(Finding.fail("progress fell from %.0f".formatted(before), entry));
        }
        if (now > WHOLE) {
            return Optional.of(Finding.fail("progress beyond 100", entry));
        }
        return now == WHOLE && entry.is("view", "update.install") ? unchecked(history, entry) : Optional.empty();
    }

    private static Optional<Finding> unchecked(History history, Entry whole) {
        return Target.of(history).stream()
                .filter(target -> Past.lastBefore(
                                history,
                                Kind.UDS,
                                whole.index(),
                                Wire.routinePassed("0202").and(Wire.of(target.ecu())))
                        .isEmpty())
                .filter(target -> Past.lastBefore(
                                history,
                                Kind.UDS,
                                whole.index(),
                                Wire.request(Wire.ERASE).and(Wire.of(target.ecu())))
                        .isPresent())
                .findFirst()
                .map(target ->
                        Finding.fail("100 %% before the image of %s was checked".formatted(target.ecu()), whole));
    }
}
