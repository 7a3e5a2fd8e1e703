package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Release;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Signals;
import dev.underpin.judge.fact.Uds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** From the user's last word to the word that the update is done. */
final class UpdateInstallation {
    private UpdateInstallation() {}

    /** Every target restarts into its new image, then, and not before, the user is told that the vehicle is ready. */
    static Finding restartedAndTold(Facts facts) {
        return told(facts, Signs.shown("update.done").where(Signs.onInfotainment()), "ready for use");
    }

    /** As {@link #restartedAndTold}, on the infotainment or in the app. */
    static Finding completed(Facts facts) {
        return told(facts, Signs.shown("update.done"), "up to date");
    }

    private static Finding told(Facts facts, Sign done, String words) {
        int from = Consent.place(facts);
        Optional<Entry> told = done.firstAfter(facts, from);
        if (told.isEmpty()) {
            return failed(facts, from).orElseGet(() -> Finding.open(done.words()));
        }
        if (!Screens.says(told.get(), words)) {
            return Finding.fail("update.done does not say: " + words, told.get());
        }
        return restartedBefore(facts, from, told.get());
    }

    private static Finding restartedBefore(Facts facts, int from, Entry told) {
        Optional<Release> release = Release.before(facts, told.index());
        if (release.isEmpty()) {
            return Finding.fail("update.done was shown without an update", told);
        }
        List<Entry> proof = new ArrayList<>();
        for (Release.Target target : release.get().targets()) {
            Optional<Entry> boot = Signs.boot(target.ecu(), target.sha256()).firstAfter(facts, from);
            if (boot.isEmpty() || boot.get().index() > told.index()) {
                return Finding.fail(
                        "update.done was shown before %s restarted into its new image".formatted(target.ecu()), told);
            }
            proof.add(boot.get());
        }
        proof.add(told);
        return Finding.pass("every target restarted into its new image, then update.done")
                .by(proof);
    }

    /** The installation has failed and nobody has tried again. */
    static Optional<Finding> failed(Facts facts, int from) {
        return Signs.error("installation-failed", "verification-failed")
                .last(facts)
                .filter(error -> error.index() > from)
                .filter(error -> Consent.to("Retry", "Schedule", "Confirm")
                        .firstAfter(facts, error.index())
                        .isEmpty())
                .map(error -> Finding.fail("the update ended with " + error.text("reason"), error));
    }

    /** Comfort functions and driving are off before the first erase. */
    static Finding functionsDisabled(Facts facts) {
        int confirmed = Consent.to("Confirm").last(facts).map(Entry::index).orElse(Facts.END - 1);
        return Order.after(facts, confirmed).then(Uds.erase()).judge(erase -> disabled(facts, erase));
    }

    private static Finding disabled(Facts facts, Entry erase) {
        boolean comfort = Signals.on(facts, "VCU_Functions", "ComfortAvailable", erase.index());
        boolean inhibited = Signals.on(facts, "VCU_DriveState", "DriveInhibit", erase.index());
        return inhibited && !comfort
                ? Finding.pass("off before the first erase")
                : Finding.fail("erased while comfort functions or driving were still available");
    }

    /** A progress bar that moves to its end. */
    static Finding progressShown(Facts facts) {
        return Order.after(facts, Consent.place(facts))
                .then(Signs.progress("update.install", 0))
                .then(Signs.progress("update.install", 1))
                .then(Signs.progress("update.install", 99))
                .pass("the progress bar moved");
    }

    /** Infotainment, navigation and drive control run what came by radio. */
    static Finding overTheAir(Facts facts) {
        List<Release.Target> targets =
                Release.before(facts, Facts.END).map(Release::targets).orElse(List.of());
        Set<String> ecus = targets.stream().map(Release.Target::ecu).collect(Collectors.toSet());
        if (!ecus.containsAll(Set.of("IVI", "NAV", "VCU"))) {
            return Signs.shown("update.done")
                    .last(facts)
                    .map(done -> Finding.fail("the update that was installed is of %s alone".formatted(ecus), done))
                    .orElseGet(() -> Finding.open("an update of infotainment, navigation and drive control"));
        }
        List<Entry> proof = new ArrayList<>();
        for (Release.Target target : targets) {
            Sign image = Http.image().where(entry -> Http.path(entry).endsWith("/" + target.filename()));
            Order order = Order.in(facts).then(image).then(Signs.boot(target.ecu(), target.sha256()));
            if (!order.complete()) {
                return order.pass("");
            }
            proof.add(order.last());
        }
        return Finding.pass("all targets run what came by radio").by(proof);
    }
}
