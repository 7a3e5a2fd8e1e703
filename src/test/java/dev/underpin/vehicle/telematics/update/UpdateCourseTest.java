package dev.underpin.vehicle.telematics.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UpdateCourseTest {
    private final UpdateBench bench = new UpdateBench();

    @Test
    void installUpdateLeadsFromTheNoticeToTheNewVersionOnEveryControlUnit() {
        bench.prepared();
        bench.installed();

        assertThat(bench.versions()).containsOnly("2026.47");
        assertThat(bench.seen)
                .containsSubsequence(
                        "update.available",
                        "update.download",
                        "update.prepare",
                        "update.confirm",
                        "update.install",
                        "update.restart",
                        "update.done");
    }

    @Test
    void theNoticeTellsVersionPurposeTimesFeaturesAndWhatIsUnavailable() {
        bench.offered();

        assertThat(bench.awaitView("update.available").lines())
                .contains(
                        "Version 2026.47",
                        "Purpose: security (high)",
                        "Estimated download: 2 min",
                        "Estimated installation: 10 min",
                        "New: Faster charging",
                        "Unavailable during installation: Driving, Comfort",
                        "Stay parked");
    }

    @Test
    void downloadNowStopsAtDownloadedAndWaitsForTheUser() {
        bench.offered();
        bench.press("Download Now");
        bench.awaitView("update.downloaded");
        bench.pass(10 * Nanos.MINUTE);

        assertThat(bench.journal.phase()).isEqualTo(Phase.DOWNLOADED);
        bench.press("Install Now");
        bench.awaitView("update.confirm");
    }

    @Test
    void nothingIsErasedBeforeTheConfirmation() {
        bench.prepared();
        bench.pass(Nanos.HOUR);

        assertThat(bench.erases()).isZero();
    }

    @Test
    void progressNeverFallsAndReachesOneHundredOnlyAfterTheRestart() {
        bench.prepared();
        bench.progress.clear();
        bench.installed();

        assertThat(bench.progress).isSorted().endsWith(100);
        assertThat(bench.seen.lastIndexOf("update.install")).isGreaterThan(bench.seen.indexOf("update.restart"));
    }

    @Test
    void controlUnitsAreProgrammedInTheOrderOfTheirDependencies() {
        bench.targets.removeAll();
        bench.target("BMS", 3000, java.util.List.of("VCU"));
        bench.target("VCU", 3000, java.util.List.of());
        bench.prepared();
        bench.press("Confirm");
        bench.awaitView("update.install");
        bench.vehicle.ecu("BMS").heard.clear();
        while (bench.vehicle.ecu("VCU").erases() == 0) {
            bench.scheduler.step();
        }

        assertThat(bench.vehicle.ecu("BMS").erases()).isZero();
    }

    @Test
    void updateModeIsOnDuringTheInstallationAndOffAfterwards() {
        bench.prepared();
        bench.press("Confirm");
        bench.awaitView("update.install");
        assertThat(bench.vehicle.inUpdateMode()).isTrue();
        bench.awaitView("update.done");

        assertThat(bench.vehicle.inUpdateMode()).isFalse();
    }

    @Test
    void everyControlUnitIsBackInTheDefaultSessionAfterwards() {
        bench.prepared();
        bench.installed();

        assertThat(bench.vehicle.ecus.values()).allMatch(ecu -> ecu.session == 1);
    }

    @Test
    void theManifestIsSignedAndNamesWhatEachControlUnitRuns() {
        bench.prepared();
        bench.installed();

        assertThat(bench.lastManifest("outcome")).isEqualTo("success");
        assertThat(bench.cloud
                        .bodies("/manifest")
                        .getLast()
                        .path("signatures")
                        .path(0)
                        .path("keyid")
                        .asString(""))
                .isEqualTo("v");
        assertThat(bench.cloud
                        .bodies("/manifest")
                        .getLast()
                        .path("signed")
                        .path("ecus")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void eventsAreNumberedWithoutGap() {
        bench.prepared();
        bench.installed();

        var numbers = bench.cloud.bodies("/events").stream()
                .map(it -> it.path("sequence").asInt(0))
                .toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates().startsWith(1).hasSize(numbers.getLast());
    }

    @Test
    void theCloudIsToldOfProgressNotMoreOftenThanEachSecond() {
        bench.prepared();
        bench.installed();

        var told = bench.cloud.bodies("/events");
        for (int i = 1; i < told.size(); i++) {
            var before = told.get(i - 1);
            if (told.get(i).path("phase").equals(before.path("phase"))) {
                assertThat(Instant.parse(told.get(i).path("at").asString("")))
                        .isAfterOrEqualTo(
                                Instant.parse(before.path("at").asString("")).plusSeconds(1));
            }
        }
    }

    @Test
    void whatTheScreenShowsWhenADownloadStallsIsToldAtLast() {
        bench.offered();
        bench.press("Install Update");
        while (downloaded() < 50) {
            bench.scheduler.step();
        }
        bench.uplink.wifi().up(false);
        bench.uplink.cellular().up(false);
        int shown = downloaded();
        bench.pass(2 * Nanos.SECOND);
        bench.uplink.wifi().up(true);
        bench.awaitView("update.confirm");

        assertThat(bench.cloud.bodies("/events"))
                .filteredOn(it -> it.path("phase").asString("").equals("download"))
                .extracting(it -> it.path("percent").asInt(0))
                .anyMatch(percent -> percent > shown - 5 && percent <= shown);
    }

    private int downloaded() {
        return bench.infotainment
                .view("update.download")
                .map(view -> view.progress().orElse(0))
                .orElse(0);
    }

    @Test
    void reportsThatCannotBeSentWaitForTheConnection() {
        bench.prepared();
        bench.press("Confirm");
        bench.awaitView("update.install");
        bench.uplink.wifi().up(false);
        bench.uplink.cellular().up(false);
        bench.awaitView("update.done");
        bench.pass(Nanos.MINUTE);
        assertThat(bench.cloud.bodies("/manifest")).isEmpty();

        bench.uplink.wifi().up(true);
        bench.pass(10 * Nanos.SECOND);
        assertThat(bench.lastManifest("outcome")).isEqualTo("success");
        assertThat(bench.journal.outbox().size()).isZero();
    }

    @Test
    void pressingTwentyTimesStartsOneDownload() {
        bench.offered();
        for (int i = 0; i < 20; i++) {
            bench.infotainment.touch("Install Update");
        }
        bench.awaitView("update.confirm");

        long asked = bench.cloud.requests.stream()
                .filter(it -> it.path().endsWith("/director/5.targets.json"))
                .count();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void theSameOfferTwiceIsOneUpdate() {
        bench.prepared();
        bench.agent.offered("O-1");
        bench.installed();
        bench.agent.offered("O-1");
        bench.pass(Nanos.MINUTE);

        assertThat(bench.journal.phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void aCommandOfTheAppDoesWhatTheButtonDoes() {
        bench.offered();
        bench.agent.command("Install Update", java.util.Optional.empty());
        bench.awaitView("update.confirm");
        bench.agent.command("Confirm", java.util.Optional.empty());

        bench.awaitView("update.done");
    }
}
