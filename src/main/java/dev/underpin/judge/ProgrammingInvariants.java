package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What programming leaves behind: never half of something. */
final class ProgrammingInvariants {
    private ProgrammingInvariants() {}

    /** V12: an application runs only when its image is whole and its signature true. */
    static Finding onlyWholeImages(History history) {
        List<Entry> boots = history.of(Kind.BOOT);
        if (boots.isEmpty()) {
            return Finding.notRun("no control unit came out of reset");
        }
        return boots.stream()
                .filter(it -> !it.flag("complete") && !it.is("from", "bootloader"))
                .findFirst()
                .map(it -> Finding.fail("%s runs an incomplete image".formatted(it.text("ecu")), it))
                .orElseGet(() -> Finding.pass("every application that ran was whole", boots.getLast()));
    }

    /** V32: after an installation all targets run the new images, or all the old ones. */
    static Finding allOrNothing(History history) {
        if (Installation.underWay(history)) {
            return Finding.open("the end of the installation");
        }
        Optional<Entry> ended = Installation.ended(history);
        if (ended.isEmpty() || Installation.firstErase(history).isEmpty()) {
            return Finding.notRun("nothing was programmed");
        }
        boolean success = ended.get().is("view", "update.done");
        List<Entry> proof = new ArrayList<>();
        for (Target target : Target.of(history)) {
            Optional<Entry> last = Past.last(history, Kind.BOOT, Wire.of(target.ecu()));
            if (last.isEmpty() || !last.get().is("sha256", expected(history, target, success))) {
                return Finding.fail(
                        "%s does not run the %s image".formatted(target.ecu(), success ? "new" : "old"),
                        last.stream().toArray(Entry[]::new));
            }
            proof.add(last.get());
        }
        return Finding.pass(success ? "all run the new images" : "all run the old images", proof.toArray(Entry[]::new));
    }

    private static String expected(History history, Target target, boolean success) {
        return success
                ? target.sha256()
                : Past.firstAfter(history, Kind.BOOT, -1, Wire.of(target.ecu()))
                        .map(it -> it.text("sha256"))
                        .orElse("");
    }

    /** V13: the version that the user is told is the one offered, and the one that the targets name. */
    static Finding versionTold(History history) {
        Optional<Entry> done =
                Past.last(history, Kind.SCREEN, Views.shown("update.done").and(Views.onInfotainmentOrApp()));
        Optional<Release> release = Release.of(history);
        if (done.isEmpty() || release.isEmpty()) {
            return Finding.notRun("no update was told to be done");
        }
        if (!done.get().text("text").contains("Version " + release.get().version() + " ")) {
            return Finding.fail(
                    "update.done does not name version " + release.get().version(), done.get());
        }
        for (Target target : Target.of(history)) {
            Optional<Entry> read =
                    Past.last(history, Kind.UDS, Wire.response("62F195").and(Wire.of(target.ecu())));
            if (read.isEmpty() || !Wire.ascii(read.get()).equals(target.version())) {
                return Finding.fail(
                        "%s does not name version %s".formatted(target.ecu(), target.version()),
                        read.stream().toArray(Entry[]::new));
            }
        }
        return Finding.pass(
                "the version told is the version that runs", release.get().received(), done.get());
    }

    /** Downgrade: no control unit ever runs an older version than the one it came with. */
    static Finding noDowngrade(History history) {
        Map<String, Entry> first = new LinkedHashMap<>();
        for (Entry boot : history.of(Kind.BOOT)) {
            if (boot.text("version").isEmpty() || !boot.is("from", "application")) {
                continue;
            }
            Entry before = first.putIfAbsent(boot.text("ecu"), boot);
            if (before != null && Version.of(boot).compareTo(Version.of(before)) < 0) {
                return Finding.fail("%s went back to an older version".formatted(boot.text("ecu")), before, boot);
            }
        }
        return first.isEmpty()
                ? Finding.notRun("no application ran")
                : Finding.pass("no version went down", first.values().toArray(Entry[]::new));
    }
}
