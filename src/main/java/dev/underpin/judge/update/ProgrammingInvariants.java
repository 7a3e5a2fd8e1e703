package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Words;
import dev.underpin.judge.fact.Attempt;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Release;
import dev.underpin.judge.fact.Uds;
import dev.underpin.judge.fact.Vehicle;
import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What programming leaves behind: never half of something. */
final class ProgrammingInvariants {
    private static final long LONGEST = 30 * Nanos.MINUTE;

    private ProgrammingInvariants() {}

    /** V12: an application runs only when its image is whole and its signature true. */
    static Finding onlyWholeImages(Facts facts) {
        List<Entry> boots = facts.all(Kind.BOOT, any -> true);
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
    static Finding allOrNothing(Facts facts) {
        List<Attempt> attempts = Attempt.all(facts);
        if (attempts.isEmpty()) {
            return untouched(facts);
        }
        Attempt last = attempts.getLast();
        if (last.end().isEmpty()) {
            return facts.now() > powered(facts, last.begin()) + LONGEST
                    ? Finding.fail(
                            "no screen of the vehicle told within %s how the installation ended"
                                    .formatted(Words.span(LONGEST)),
                            last.begin())
                    : Finding.open(Attempt.outcome().words(), last.begin());
        }
        List<Entry> proof = new ArrayList<>();
        for (Release.Target target : targets(facts, last.begin().index())) {
            Optional<Entry> boot = Vehicle.boot(target.ecu()).last(facts);
            boolean right = boot.filter(it -> it.is("sha256", expected(facts, target, last.succeeded())))
                    .isPresent();
            if (!right && !waitsInBootLoader(facts, last, boot)) {
                return Finding.fail("%s does not run the %s image".formatted(target.ecu(), which(last)))
                        .by(boot.stream().toList());
            }
            proof.add(boot.get());
        }
        return Finding.pass("all run the %s images".formatted(which(last))).by(proof);
    }

    /** An installation that failed before anything was erased leaves the old software running everywhere. */
    private static Finding untouched(Facts facts) {
        Optional<Entry> end = Signs.shown("update.install")
                .last(facts)
                .flatMap(begun -> Attempt.outcome().firstAfter(facts, begun.index()));
        List<Release.Target> targets = end.map(it -> targets(facts, it.index())).orElse(List.of());
        if (end.isEmpty() || targets.isEmpty()) {
            return Finding.notRun("nothing was programmed");
        }
        for (Release.Target target : targets) {
            Optional<Entry> boot = Vehicle.boot(target.ecu()).last(facts);
            if (boot.filter(it -> it.is("sha256", expected(facts, target, false)))
                    .isEmpty()) {
                return Finding.fail("%s does not run the old image".formatted(target.ecu()), end.get())
                        .by(boot.stream().toList());
            }
        }
        return Finding.pass("nothing was erased, all run the old images", end.get());
    }

    /** With one slot there may be no way back at once: then the control unit waits in its boot loader and the user is told not to drive. */
    private static boolean waitsInBootLoader(Facts facts, Attempt attempt, Optional<Entry> boot) {
        return attempt.failed()
                && boot.filter(it -> it.is("from", "bootloader")).isPresent()
                && Attempt.warnedNotToDrive(facts);
    }

    /** Since when the vehicle could tell: the begin, or the last time since then that the telematics unit got its power back. */
    private static long powered(Facts facts, Entry begin) {
        return facts.lastBefore(Facts.END, Kind.SUPPLY, it -> it.is("ecu", "TCU") && it.flag("powered"))
                .map(Entry::at)
                .filter(at -> at > begin.at())
                .orElse(begin.at());
    }

    private static String which(Attempt attempt) {
        return attempt.succeeded() ? "new" : "old";
    }

    private static String expected(Facts facts, Release.Target target, boolean success) {
        return success
                ? target.sha256()
                : Vehicle.boot(target.ecu())
                        .first(facts)
                        .map(it -> it.text("sha256"))
                        .orElse("");
    }

    private static List<Release.Target> targets(Facts facts, int place) {
        return Release.before(facts, place).map(Release::targets).orElse(List.of());
    }

    /** V13: the version that the user is told is the one offered, and the one that the targets name. */
    static Finding versionTold(Facts facts) {
        Optional<Entry> done = Signs.shown("update.done").last(facts);
        Optional<Release> release = done.flatMap(it -> Release.before(facts, it.index()));
        if (done.isEmpty() || release.isEmpty()) {
            return Finding.notRun("no update was told to be done");
        }
        String told = "Version " + release.get().version() + " ";
        Optional<Entry> other = Signs.shown("update.done").all(facts).stream()
                .filter(view -> !view.text("text").contains(told))
                .filter(view -> Release.before(facts, view.index()).equals(release))
                .findFirst();
        if (other.isPresent()) {
            return Finding.fail(
                    "update.done does not name version " + release.get().version(), other.get());
        }
        for (Release.Target target : release.get().targets()) {
            Optional<Entry> read = Uds.told(facts, target.ecu(), "F195", Facts.END);
            if (read.filter(it -> Uds.ascii(it).equals(target.version())).isEmpty()) {
                return Finding.fail("%s does not name version %s".formatted(target.ecu(), target.version()))
                        .by(read.stream().toList());
            }
        }
        return Finding.pass(
                "the version told is the version that runs", release.get().offer(), done.get());
    }

    /** Downgrade: no control unit ever runs an older version than the one it came with. */
    static Finding noDowngrade(Facts facts) {
        Map<String, Entry> first = new LinkedHashMap<>();
        for (Entry boot : facts.all(
                Kind.BOOT,
                it -> it.is("from", "application") && !it.text("version").isEmpty())) {
            Entry before = first.putIfAbsent(boot.text("ecu"), boot);
            if (before != null && Version.of(boot).compareTo(Version.of(before)) < 0) {
                return Finding.fail("%s went back to an older version".formatted(boot.text("ecu")), before, boot);
            }
        }
        return first.isEmpty()
                ? Finding.notRun("no application ran")
                : Finding.pass("no version went down").by(List.copyOf(first.values()));
    }
}
