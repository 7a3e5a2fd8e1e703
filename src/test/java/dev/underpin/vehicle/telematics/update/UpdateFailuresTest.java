package dev.underpin.vehicle.telematics.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import dev.underpin.vehicle.telematics.FakeCloud;
import dev.underpin.vehicle.telematics.FakeEcu;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import dev.underpin.vehicle.telematics.VehicleState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateFailuresTest {
    private final UpdateBench bench = new UpdateBench();

    static Stream<Arguments> obstacles() {
        return Stream.of(
                obstacle(Reason.BATTERY, bench -> bench.vehicle.soc = 29),
                obstacle(Reason.LOW_VOLTAGE, bench -> bench.vehicle.volts = 11),
                obstacle(Reason.NOT_PARKED, bench -> bench.vehicle.gear = "D"),
                obstacle(Reason.NOT_PARKED, bench -> bench.vehicle.speed = 5),
                obstacle(Reason.NAVIGATION_ACTIVE, bench -> bench.vehicle.navigation = true),
                obstacle(Reason.DRIVING_ASSISTANCE_ACTIVE, bench -> bench.vehicle.assistance = true));
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of(Reason.DOOR_OPEN, new VehicleState.Body(true, false, false, false, false, false, 0)),
                Arguments.of(Reason.BONNET_OPEN, new VehicleState.Body(false, true, false, false, false, false, 0)),
                Arguments.of(Reason.TRAILER, new VehicleState.Body(false, false, true, false, false, false, 0)),
                Arguments.of(
                        Reason.TESTER_CONNECTED, new VehicleState.Body(false, false, false, true, false, false, 0)),
                Arguments.of(Reason.ALARM, new VehicleState.Body(false, false, false, false, true, false, 0)),
                Arguments.of(Reason.CRASH, new VehicleState.Body(false, false, false, false, false, true, 0)),
                Arguments.of(Reason.SLOPE, new VehicleState.Body(false, false, false, false, false, false, -12.5)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void d5WhatTheBodyTellsRefusesTheInstallation(Reason reason, VehicleState.Body body) {
        bench.prepared();
        bench.vehicle.body = body;
        bench.press("Confirm");

        bench.awaitError(reason);
        assertThat(bench.erases()).isZero();
    }

    private static Arguments obstacle(Reason reason, Consumer<UpdateBench> cause) {
        return Arguments.of(reason, cause);
    }

    @ParameterizedTest
    @MethodSource("obstacles")
    void v5AnObstacleRefusesTheChoiceWithItsReason(Reason reason, Consumer<UpdateBench> cause) {
        bench.offered();
        cause.accept(bench);
        bench.press("Install Update");

        bench.awaitError(reason);
        assertThat(bench.erases()).isZero();
    }

    @ParameterizedTest
    @MethodSource("obstacles")
    void v5AnObstacleRefusesTheConfirmationWithItsReason(Reason reason, Consumer<UpdateBench> cause) {
        bench.prepared();
        cause.accept(bench);
        bench.press("Confirm");

        bench.awaitError(reason);
        assertThat(bench.erases()).isZero();
        assertThat(bench.vehicle.inUpdateMode()).isFalse();
    }

    @Test
    void v5AnObstacleBetweenConfirmationAndFirstEraseStopsIt() {
        bench.prepared();
        bench.press("Confirm");
        bench.vehicle.soc = 10;

        bench.awaitError(Reason.BATTERY);
        assertThat(bench.erases()).isZero();
        assertThat(bench.vehicle.inUpdateMode()).isFalse();
    }

    @Test
    void v7AChargerReplacesTheCharge() {
        bench.vehicle.soc = 12;
        bench.vehicle.charger = true;
        bench.prepared();
        bench.installed();

        assertThat(bench.versions()).containsOnly("2026.47");
    }

    @Test
    void withoutAStableConnectionTheUserIsTold() {
        bench.offered();
        bench.uplink.wifi().up(false);
        bench.uplink.cellular().loss(0.3);
        bench.press("Install Update");

        assertThat(bench.awaitError(Reason.NETWORK).title()).isEqualTo("A stable connection is required");
    }

    @Test
    void aConnectionThatIsNotRestoredLeadsToTryAgainLaterAndToTheSchedule() {
        bench.offered();
        bench.uplink.wifi().up(false);
        bench.uplink.cellular().up(false);
        bench.press("Install Update");
        bench.awaitError(Reason.NETWORK);
        bench.press("Retry");

        assertThat(bench.awaitError(Reason.NETWORK).lines()).contains("Try again later");
        bench.press("Schedule");
        assertThat(bench.awaitView("update.scheduled").lines()).contains("Starts at 2026-11-21 02:00 UTC");
    }

    @Test
    void aShortLossOfTheConnectionResumesBehindWhatIsThere() {
        bench.offered();
        bench.press("Install Update");
        bench.awaitView("update.download");
        bench.pass(400 * Nanos.MILLISECOND);
        bench.uplink.wifi().up(false);
        bench.uplink.cellular().up(false);
        bench.pass(5 * Nanos.SECOND);
        long kept = bench.store.received("VCU-2026.47.upi");
        bench.uplink.wifi().up(true);
        bench.awaitView("update.confirm");

        assertThat(kept).isPositive();
        long asked = bench.cloud.requests.stream()
                .filter(it -> it.path().endsWith("VCU-2026.47.upi"))
                .filter(it -> it.headers().getOrDefault("range", "").startsWith("bytes=0-"))
                .count();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void aLongLossIsToldAndARetryResumes() {
        bench.offered();
        bench.uplink.wifi().rate(200_000);
        bench.press("Install Update");
        bench.pass(300 * Nanos.MILLISECOND);
        bench.uplink.wifi().up(false);
        bench.uplink.cellular().up(false);
        bench.awaitError(Reason.NETWORK);
        bench.uplink.wifi().up(true);
        bench.press("Retry");

        bench.awaitView("update.confirm");
    }

    @Test
    void aFileThatHasChangedBehindItsNameIsBegunAnewOnce() {
        int[] strange = {1};
        byte[] file = bench.cloud.files.get("VCU-2026.47.upi");
        bench.cloud.route(
                "GET",
                "VCU-2026.47.upi",
                request -> strange[0]-- > 0
                        ? new Response(206, Map.of("etag", "another"), new byte[9])
                        : new Response(200, Map.of(), file));
        bench.offered();
        bench.press("Install Update");
        bench.awaitView("update.confirm");

        assertThat(bench.store.received("VCU-2026.47.upi")).isEqualTo(file.length);
    }

    @Test
    void aFileThatChangesAgainAndAgainIsRefused() {
        bench.cloud.route(
                "GET", "VCU-2026.47.upi", request -> new Response(206, Map.of("etag", "another"), new byte[9]));
        bench.offered();
        bench.press("Install Update");

        bench.awaitError(Reason.VERIFICATION_FAILED);
    }

    @Test
    void aLockedKeyStoreIsToldAsWhatItIs() {
        bench.offered();
        bench.identity.lock(true);
        bench.press("Install Update");
        bench.awaitError(Reason.KEY_LOCKED);
        bench.identity.lock(false);
        bench.press("Retry");

        bench.awaitView("update.confirm");
    }

    @Test
    void anOfferThatWasReplacedIsNoAttack() {
        bench.offered();
        bench.cloud.route(
                "GET",
                "/offer",
                request -> FakeCloud.json(200, UpdateBench.offer().put("offerId", "O-2")));
        bench.press("Install Update");
        bench.awaitError(Reason.CANCELLED);

        assertThat(bench.cloud.bodies("/manifest")).isEmpty();
    }

    @Test
    void anOfferThatComesDuringTheInstallationIsShownBehindIt() {
        bench.prepared();
        bench.press("Confirm");
        bench.awaitView("update.install");
        bench.cloud.route(
                "GET",
                "/offer",
                request -> FakeCloud.json(200, UpdateBench.offer().put("offerId", "O-2")));
        bench.agent.offered("O-2");
        bench.awaitView("update.done");
        bench.press("OK");

        bench.awaitView("update.available");
    }

    @Test
    void v24SlowRetrievalIsGivenUpAndReported() {
        bench.offered();
        bench.press("Install Update");
        bench.pass(200 * Nanos.MILLISECOND);
        bench.uplink.wifi().rate(1000);
        bench.awaitError(Reason.NETWORK);
        bench.uplink.wifi().rate(5e6);
        bench.pass(2 * Nanos.MINUTE);

        assertThat(bench.lastManifest("attack")).isEqualTo("slow-retrieval");
    }

    @Test
    void v30AFullStoreIsToldBeforeAnythingIsFetched() {
        bench.store.capacity(500_000);
        bench.offered();
        bench.press("Install Update");

        bench.awaitError(Reason.STORAGE_FULL);
        assertThat(bench.cloud.requests).noneMatch(it -> it.path().contains("/images/"));
    }

    @Test
    void serverErrorsAreRepeatedWithPausesAndThenTold() {
        bench.offered();
        bench.cloud.refuse("GET", "/director/timestamp.json", 503, "");
        bench.press("Install Update");
        bench.awaitError(Reason.CLOUD_UNAVAILABLE);

        assertThat(bench.cloud.requests.stream().filter(it -> it.path().contains("director/timestamp")))
                .hasSize(6);
    }

    @Test
    void aRefusalOfTheCloudIsFinal() {
        bench.offered();
        bench.cloud.refuse("GET", "/offer", 403, "consent-missing");
        bench.press("Install Update");

        bench.awaitError(Reason.CONSENT_MISSING);
        assertThat(bench.cloud.requests.stream().filter(it -> it.path().endsWith("/offer")))
                .hasSize(2);
    }

    @Test
    void anOfferThatIsRefusedAtOnceIsToldWithItsReason() {
        bench.cloud.refuse("GET", "/offer", 403, "account-not-registered");
        bench.agent.offered("O-1");

        bench.awaitError(Reason.ACCOUNT_NOT_REGISTERED);
    }

    @Test
    void v32WhenOneControlUnitFailsAllKeepTheOldSoftware() {
        bench.vehicle.ecu("BMS").refusesImage = true;
        bench.prepared();
        bench.press("Confirm");
        var error = bench.awaitError(Reason.INSTALLATION_FAILED);
        bench.pass(Nanos.SECOND);

        assertThat(error.buttons()).contains("Retry", "Schedule", "Contact Support", "Troubleshooting");
        assertThat(bench.versions()).containsOnly("2026.40");
        assertThat(bench.lastManifest("outcome")).isEqualTo("rolled-back");
        assertThat(bench.vehicle.inUpdateMode()).isFalse();
        assertThat(bench.vehicle.ecus.values()).allMatch(ecu -> ecu.session == 1);
    }

    @Test
    void v33AnImageThatDoesNotComeUpTakesAllBack() {
        bench.vehicle.ecu("BMS").failsToBoot = true;
        bench.prepared();
        bench.press("Confirm");
        bench.awaitError(Reason.INSTALLATION_FAILED);

        assertThat(bench.versions()).containsOnly("2026.40");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VCU", "BMS"})
    void v32AControlUnitThatIsResetBeforeItKeepsItsNewImageIsProgrammedOnceMore(String ecu) {
        bench.vehicle.ecu(ecu).diesWhenConfirmed = true;
        bench.prepared();
        bench.installed();

        assertThat(bench.versions()).containsOnly("2026.47");
        bench.vehicle.ecu("VCU").powerCycle();
        bench.vehicle.ecu("BMS").powerCycle();
        assertThat(bench.versions()).as("after one more restart").containsOnly("2026.47");
    }

    @Test
    void v39AFaultThatComesWithTheNewSoftwareTakesItBack() {
        bench.prepared();
        bench.press("Confirm");
        bench.awaitView("update.restart");
        bench.vehicle.ecu("IVI").codes.put(0xC11187, 0x09);
        bench.awaitError(Reason.INSTALLATION_FAILED);

        assertThat(bench.versions()).containsOnly("2026.40");
    }

    @Test
    void v40ARetryAfterAFailureSucceedsOnceTheCauseIsGone() {
        bench.vehicle.ecu("BMS").refusesImage = true;
        bench.prepared();
        bench.press("Confirm");
        bench.awaitError(Reason.INSTALLATION_FAILED);
        bench.vehicle.ecu("BMS").refusesImage = false;
        bench.press("Retry");
        bench.awaitView("update.confirm");
        bench.installed();

        assertThat(bench.versions()).containsOnly("2026.47");
    }

    @Test
    void aControlUnitWithASingleBankGetsItsOldImageWrittenBack() {
        FakeEcu single = bench.vehicle.ecu("VCU");
        bench.recovery.keep("VCU", FakeEcu.image("VCU", "2026.40", 40, 64));
        single.singleBank = true;
        bench.vehicle.ecu("BMS").refusesImage = true;
        bench.prepared();
        bench.press("Confirm");
        bench.awaitError(Reason.INSTALLATION_FAILED);
        bench.pass(Nanos.SECOND);

        assertThat(bench.versions()).containsOnly("2026.40");
        assertThat(bench.lastManifest("outcome")).isEqualTo("rolled-back");
    }

    @Test
    void troubleshootingAndContactAreOffered() {
        bench.vehicle.ecu("BMS").refusesImage = true;
        bench.prepared();
        bench.press("Confirm");
        bench.awaitError(Reason.INSTALLATION_FAILED);
        bench.press("Troubleshooting");
        bench.awaitView("update.troubleshooting");
        bench.press("Contact Support");

        assertThat(bench.awaitView("support.contact").title()).contains("+371 6000 0000");
    }

    @Test
    void c4AnOfferThatIsWithdrawnBeforeTheConfirmationChangesNothing() {
        bench.prepared();
        bench.agent.withdrawn("O-1");
        bench.awaitError(Reason.CANCELLED);
        bench.press("Later");

        assertThat(bench.erases()).isZero();
    }

    @Test
    void whatIsPutOffAfterAFailureIsToldToTheCloudAsAvailable() {
        bench.offered();
        bench.press("Install Update");
        bench.press("Cancel");
        bench.awaitError(Reason.CANCELLED);
        bench.press("Later");
        bench.pass(5 * Nanos.SECOND);

        assertThat(bench.cloud.bodies("/events").getLast().path("phase").asString(""))
                .isEqualTo("available");
    }

    @Test
    void cancellingTheDownloadKeepsTheOldSoftwareAndARetryGoesOn() {
        bench.offered();
        bench.press("Install Update");
        bench.press("Cancel");
        bench.awaitError(Reason.CANCELLED);
        bench.press("Retry");

        bench.awaitView("update.confirm");
    }

    @Test
    void v34ALossOfPowerWhileProgrammingIsMadeGoodAfterwards() {
        bench.prepared();
        bench.press("Confirm");
        bench.awaitView("update.install");
        while (bench.vehicle.ecu("BMS").erases() == 0) {
            bench.scheduler.step();
        }
        bench.life.end();
        bench.pass(Nanos.MINUTE);
        bench.boot();
        bench.awaitView("update.done");

        assertThat(bench.versions()).containsOnly("2026.47");
        assertThat(bench.vehicle.ecu("VCU").erases()).isEqualTo(1);
        assertThat(bench.vehicle.inUpdateMode()).isFalse();
    }

    @Test
    void v34ALossOfPowerInEveryPhaseBeforeEndsAtTheSameQuestion() {
        for (String view : List.of("update.available", "update.download", "update.prepare", "update.confirm")) {
            UpdateBench other = new UpdateBench();
            other.offered();
            if (!view.equals("update.available")) {
                other.press("Install Update");
            }
            other.awaitView(view);
            other.life.end();
            other.boot();
            if (view.equals("update.available")) {
                other.press("Install Update");
            }
            other.awaitView("update.confirm");
            assertThat(other.erases()).as(view).isZero();
        }
    }

    @Test
    void aLaterReminderShowsTheOfferAgainTheNextDay() {
        bench.offered();
        bench.press("Later");
        assertThat(bench.infotainment.view("update.available")).isEmpty();
        bench.pass(25 * Nanos.HOUR);

        assertThat(bench.infotainment.view("update.available")).isPresent();
    }

    @Test
    void aCaptivePortalIsNoUpdate() {
        bench.offered();
        bench.cloud.route(
                "GET",
                "/director/timestamp.json",
                request -> new Response(200, Map.of(), "<html>Welcome</html>".getBytes(StandardCharsets.UTF_8)));
        bench.press("Install Update");

        bench.awaitError(Reason.NETWORK);
    }

    @Test
    void anOfferThatTheCloudNoLongerHasIsTold() {
        bench.offered();
        bench.cloud.route("GET", "/offer", request -> new Response(204, Map.of(), new byte[0]));
        bench.press("Install Update");

        bench.awaitError(Reason.CANCELLED);
    }

    /** The restart takes the telematics unit's power too. */
    private void restartsCutThePower() {
        bench.vehicle.onRestart = () -> {
            bench.life.end();
            bench.scheduler.after(5 * Nanos.SECOND, bench::boot);
        };
    }

    @Test
    void v34ARestartThatCutsTheUnitsOwnPowerIsExaminedByTheNextLife() {
        restartsCutThePower();
        bench.prepared();
        bench.installed();

        assertThat(bench.versions()).containsOnly("2026.47");
        assertThat(bench.vehicle.restarts).isEqualTo(1);
    }

    @Test
    void v34ARollBackWhoseRestartCutsTheUnitsOwnPowerComesToAnEnd() {
        restartsCutThePower();
        bench.vehicle.ecu("BMS").failsToBoot = true;
        bench.prepared();
        bench.press("Confirm");
        bench.awaitError(Reason.INSTALLATION_FAILED);

        assertThat(bench.versions()).containsOnly("2026.40");
        assertThat(bench.vehicle.restarts).isEqualTo(2);
        assertThat(bench.vehicle.inUpdateMode()).isFalse();
    }
}
