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
import dev.underpin.judge.fact.Vehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a successful update leaves behind. */
final class UpdateOutcome {
    private static final Sign DONE = Signs.shown("update.done");
    private static final Sign SENT = Http.asked("vehicle", "POST", "/vehicle/v1/[^/]+/manifest");
    private static final Sign MANIFEST = SENT.where(Http::succeeded).called("the cloud's answer to the manifest");

    private UpdateOutcome() {}

    /** The targets run the new images, say so on the wire, and the cloud has seen the proof. */
    static Finding latestVersions(Facts facts) {
        int from = Consent.place(facts);
        Optional<Entry> done = DONE.firstAfter(facts, from);
        if (done.isEmpty()) {
            return UpdateInstallation.failed(facts, from).orElseGet(() -> Finding.open(DONE.words()));
        }
        Optional<Release> release = Release.before(facts, done.get().index());
        if (release.isEmpty()) {
            return Finding.fail("update.done was shown without an update", done.get());
        }
        List<Entry> proof = new ArrayList<>();
        for (Release.Target target : release.get().targets()) {
            Finding runs = runs(facts, from, target);
            if (!runs.passed()) {
                return runs;
            }
            proof.addAll(runs.records());
        }
        return inSync(facts, from, proof);
    }

    private static Finding runs(Facts facts, int from, Release.Target target) {
        Sign image = Signs.boot(target.ecu(), target.sha256());
        Optional<Entry> restarted = image.firstAfter(facts, from);
        Optional<Entry> last = Vehicle.boot(target.ecu()).last(facts);
        if (restarted.isEmpty() || last.isEmpty() || !image.shownBy(last.get())) {
            return Finding.fail("%s does not run the new image".formatted(target.ecu()))
                    .by(last.stream().toList());
        }
        Optional<Entry> read = Uds.told(facts, target.ecu(), "F195", Facts.END)
                .filter(it -> it.index() > restarted.get().index());
        if (read.isEmpty()) {
            return Finding.open("the version of %s read after its restart".formatted(target.ecu()), last.get());
        }
        return Uds.ascii(read.get()).equals(target.version())
                ? Finding.pass("new", last.get(), read.get())
                : Finding.fail("%s says it runs %s".formatted(target.ecu(), Uds.ascii(read.get())), read.get());
    }

    private static Finding inSync(Facts facts, int from, List<Entry> proof) {
        Optional<Entry> manifest = MANIFEST.where(it -> it.index() > from && !isOfBefore(facts, from, it))
                .last(facts);
        if (manifest.isEmpty()) {
            return Finding.open(MANIFEST.words());
        }
        String status = Http.response(manifest.get()).path("status").asString("");
        proof.add(manifest.get());
        return status.equals("IN_SYNC")
                ? Finding.pass("all targets run the new images, the cloud agrees")
                        .by(proof)
                : Finding.fail("the cloud answered the manifest with " + status, manifest.get());
    }

    /** Whether it is about an earlier attempt, and had been sent in vain before: what waits is delivered first. */
    private static boolean isOfBefore(Facts facts, int from, Entry manifest) {
        String made = made(manifest);
        return !made.isEmpty()
                && SENT.between(facts, Facts.BEGINNING, from).stream().anyMatch(it -> made(it).equals(made));
    }

    private static String made(Entry manifest) {
        return Http.request(manifest).path("signed").path("at").asString("");
    }

    /** Told once, not never and not twice. */
    static Finding confirmedOnce(Facts facts) {
        int from = Consent.place(facts);
        for (String screen : List.of(Screens.INFOTAINMENT, Screens.APP)) {
            List<Entry> told = tellings(
                    facts, screen, DONE.where(it -> it.is("screen", screen)).between(facts, from, Facts.END));
            if (!told.isEmpty()) {
                return told.size() == 1
                        ? Finding.pass("told once", told.getFirst())
                        : Finding.fail("told %d times on the %s".formatted(told.size(), screen))
                                .by(told);
            }
        }
        return Finding.open(DONE.words());
    }

    /** What nobody has closed comes back with the light of its screen: that is no second telling. */
    private static List<Entry> tellings(Facts facts, String screen, List<Entry> shown) {
        Sign dark = Screens.dismissed("home", screen).or(Vehicle.boot("IVI"));
        List<Entry> tellings = new ArrayList<>();
        @Nullable Entry before = null;
        for (Entry entry : shown) {
            boolean back = before != null
                    && !dark.between(facts, before.index(), entry.index()).isEmpty()
                    && Screens.pressed("OK")
                            .between(facts, before.index(), entry.index())
                            .isEmpty();
            if (!back) {
                tellings.add(entry);
            }
            before = entry;
        }
        return tellings;
    }

    /** Update mode is over, everything is available again, no new lamp, the new features are named. */
    static Finding backToNormal(Facts facts) {
        int from = Consent.place(facts);
        return Order.after(facts, from).then(DONE).judge(done -> backToNormal(facts, from, done));
    }

    private static Finding backToNormal(Facts facts, int from, Entry done) {
        Optional<String> unnamed = Release.before(facts, done.index()).stream()
                .flatMap(release -> release.notes().stream())
                .filter(note -> !done.text("text").contains(note))
                .findFirst();
        if (unnamed.isPresent()) {
            return Finding.fail("update.done does not name the feature " + unnamed.get());
        }
        Set<String> lamps = new TreeSet<>(Screens.warningsAt(facts, Facts.BEGINNING, Facts.END));
        lamps.removeAll(Screens.warningsAt(facts, Facts.BEGINNING, from));
        if (!lamps.isEmpty()) {
            return Finding.open("lamps going out: " + lamps);
        }
        boolean held = Signals.on(facts, "GW_VehicleMode", "UpdateMode", Facts.END)
                || Signals.on(facts, "VCU_DriveState", "DriveInhibit", Facts.END);
        return held || !Signals.on(facts, "VCU_Functions", "ComfortAvailable", Facts.END)
                ? Finding.open("update mode off, driving allowed and comfort functions available")
                : Finding.pass("all functions are back");
    }

    /** The latest versions run, and nothing is offered any more. */
    static Finding upToDate(Facts facts) {
        Finding latest = latestVersions(facts);
        if (!latest.passed()) {
            return latest;
        }
        int manifest = latest.records().getLast().index();
        return Screens.view("update.available")
                .firstAfter(facts, manifest)
                .map(again -> Finding.fail("the update was offered again", again))
                .orElse(latest);
    }
}
