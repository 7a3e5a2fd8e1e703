package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a successful update leaves behind. */
final class UpdateOutcome {
    private UpdateOutcome() {}

    /** The targets run the new images, say so on the wire, and the cloud has seen the proof. */
    static Finding latestVersions(History history) {
        Optional<Entry> consent = Consent.toInstall(history);
        if (consent.isEmpty()) {
            return Finding.open("the user's word to install");
        }
        int from = consent.get().index();
        Optional<Entry> done =
                Past.last(history, Kind.SCREEN, Views.shown("update.done").and(it -> it.index() > from));
        if (done.isEmpty()) {
            return UpdateInstallation.failed(history, from).orElseGet(() -> Finding.open("the view update.done"));
        }
        List<Entry> proof = new ArrayList<>();
        for (Target target : Target.of(history)) {
            Finding runs = runs(history, from, target);
            if (!runs.passed()) {
                return runs;
            }
            proof.addAll(runs.records());
        }
        return proof.isEmpty()
                ? Finding.fail("update.done was shown without an update", done.get())
                : inSync(history, from, proof);
    }

    private static Finding runs(History history, int from, Target target) {
        Optional<Entry> restarted = Past.firstAfter(history, Kind.BOOT, from, target.booted());
        Optional<Entry> last = Past.last(history, Kind.BOOT, Wire.of(target.ecu()));
        if (restarted.isEmpty() || last.isEmpty()) {
            return Finding.fail(
                    "%s never ran the new image".formatted(target.ecu()),
                    last.stream().toArray(Entry[]::new));
        }
        if (!target.booted().test(last.get())) {
            return Finding.fail("%s no longer runs the new image".formatted(target.ecu()), last.get());
        }
        Optional<Entry> read = Past.last(
                        history, Kind.UDS, Wire.response("62F195").and(Wire.of(target.ecu())))
                .filter(it -> it.index() > restarted.get().index());
        if (read.isEmpty()) {
            return Finding.open("the version of %s read after its restart".formatted(target.ecu()), last.get());
        }
        return Wire.ascii(read.get()).equals(target.version())
                ? Finding.pass("new", last.get(), read.get())
                : Finding.fail("%s says it runs %s".formatted(target.ecu(), Wire.ascii(read.get())), read.get());
    }

    private static Finding inSync(History history, int from, List<Entry> proof) {
        Optional<Entry> manifest = Past.last(
                history,
                Kind.HTTP,
                Radio.vehicle()
                        .and(Radio.method("POST"))
                        .and(Radio.path("/manifest"))
                        .and(Radio::succeeded)
                        .and(entry -> entry.index() > from));
        if (manifest.isEmpty()) {
            return Finding.open("the cloud's answer to the manifest");
        }
        String status = Radio.response(manifest.get()).path("status").asString("");
        proof.add(manifest.get());
        return status.equals("IN_SYNC")
                ? Finding.pass("all targets run the new images, the cloud agrees", proof.toArray(Entry[]::new))
                : Finding.fail("the cloud answered the manifest with " + status, manifest.get());
    }

    /** Told once, not never and not twice. */
    static Finding confirmedOnce(History history) {
        int from = Consent.toInstall(history).map(Entry::index).orElse(Integer.MAX_VALUE - 1);
        for (String screen : List.of(Views.INFOTAINMENT, "app")) {
            List<Entry> told = Past.after(history, Kind.SCREEN, from)
                    .filter(Views.shown("update.done").and(it -> it.is("screen", screen)))
                    .toList();
            if (told.size() > 1) {
                return Finding.fail("told %d times on %s".formatted(told.size(), screen), told.toArray(Entry[]::new));
            }
            if (told.size() == 1) {
                return Finding.pass("told once", told.getFirst());
            }
        }
        return Finding.open("the view update.done");
    }

    /** Update mode is over, everything is available again, no new lamp, the new features are named. */
    static Finding backToNormal(History history) {
        int from = Consent.toInstall(history).map(Entry::index).orElse(Integer.MAX_VALUE - 1);
        Optional<Entry> done = Past.firstAfter(
                history, Kind.SCREEN, from, Views.shown("update.done").and(Views.onInfotainmentOrApp()));
        if (done.isEmpty()) {
            return Finding.open("the view update.done");
        }
        Optional<String> unnamed = Release.of(history).flatMap(it -> it.featureMissingIn(done.get()));
        if (unnamed.isPresent()) {
            return Finding.fail("update.done does not name the feature " + unnamed.get(), done.get());
        }
        Set<String> lamps = new TreeSet<>(Lamps.lit(history, Integer.MAX_VALUE));
        lamps.removeAll(Lamps.lit(history, from));
        lamps.remove("update");
        return lamps.isEmpty() ? available(history, done.get()) : Finding.open("lamps going out: " + lamps, done.get());
    }

    private static Finding available(History history, Entry done) {
        Optional<Entry> mode = Bus.now(history, "GW_VehicleMode", "UpdateMode").filter(Bus.reads(0));
        Optional<Entry> inhibit =
                Bus.now(history, "VCU_DriveState", "DriveInhibit").filter(Bus.reads(0));
        Optional<Entry> comfort =
                Bus.now(history, "VCU_Functions", "ComfortAvailable").filter(Bus.reads(1));
        if (mode.isEmpty() || inhibit.isEmpty() || comfort.isEmpty()) {
            return Finding.open("update mode off, driving allowed and comfort functions available", done);
        }
        return Finding.pass("all functions are back", done, mode.get(), inhibit.get(), comfort.get());
    }

    /** The latest versions run, and nothing is offered any more. */
    static Finding upToDate(History history) {
        Finding latest = latestVersions(history);
        if (!latest.passed()) {
            return latest;
        }
        int manifest = latest.records().getLast().index();
        return Past.firstAfter(history, Kind.SCREEN, manifest, Views.shown("update.available"))
                .map(again -> Finding.fail("the update was offered again", again))
                .orElse(latest);
    }
}
