package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the last installation of the history stands. */
final class Installation {
    private Installation() {}

    /** Whether control units may still be about to change: programming was seen, but not yet how it ended. */
    static boolean underWay(History history) {
        Optional<Entry> begun =
                Past.last(history, Kind.SCREEN, Views.showing("update.install").or(Views.showing("update.restart")));
        Optional<Entry> ended =
                Past.last(history, Kind.SCREEN, Views.showing("update.done").or(Views.showing("update.error")));
        if (begun.isPresent()) {
            return ended.filter(it -> it.index() > begun.get().index()).isEmpty();
        }
        return ended.isEmpty() && firstErase(history).isPresent();
    }

    static Optional<Entry> firstErase(History history) {
        return Past.firstAfter(history, Kind.UDS, -1, Wire.request(Wire.ERASE));
    }

    /** How the last installation ended: {@code update.done} or {@code update.error}. */
    static Optional<Entry> ended(History history) {
        return Past.last(history, Kind.SCREEN, Views.showing("update.done").or(Views.error("installation-failed")));
    }

    /** The last boot of each of these control units, one that has none left out. */
    static List<Entry> lastBoots(History history, List<Target> targets) {
        List<Entry> boots = new ArrayList<>();
        for (Target target : targets) {
            Past.last(history, Kind.BOOT, Wire.of(target.ecu())).ifPresent(boots::add);
        }
        return boots;
    }
}
