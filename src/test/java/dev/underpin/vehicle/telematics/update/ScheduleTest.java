package dev.underpin.vehicle.telematics.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Instant TWO = Instant.parse("2026-11-21T02:00:00Z");

    private final UpdateBench bench = new UpdateBench();

    @BeforeEach
    void offered() {
        bench.offered();
    }

    private void downloaded() {
        bench.press("Download Now");
        bench.awaitView("update.downloaded");
    }

    private void until(Instant moment) {
        bench.scheduler.runUntil(bench.calendar.nanosOf(moment));
    }

    @Test
    void v4TheInstallationStartsAtTwoAndNotBefore() {
        downloaded();
        bench.press("Schedule");
        until(TWO.minusSeconds(1));
        assertThat(bench.erases()).isZero();
        bench.awaitView("update.done");

        assertThat(bench.versions()).containsOnly("2026.47");
        assertThat(bench.calendar.utc()).isBefore(TWO.plusSeconds(7200));
    }

    @Test
    void theTimeIsChosenByTheUser() {
        downloaded();
        bench.agent.command("Schedule", UpdateBench.at("2026-11-20T23:30:00Z"));

        assertThat(bench.awaitView("update.scheduled").lines()).contains("Starts at 2026-11-20 23:30 UTC");
        assertThat(bench.agent.wakeAt()).contains(Instant.parse("2026-11-20T23:30:00Z"));
    }

    @Test
    void straightFromTheOfferATimeIsTheWordToDownloadAlone() {
        bench.press("Schedule");
        until(TWO.minusSeconds(1));
        bench.awaitView("update.downloaded");

        assertThat(bench.erases()).isZero();
        assertThat(bench.agent.wakeAt()).isEmpty();
    }

    @Test
    void whatIsNotYetDownloadedIsDownloadedInTheWindowAndInstalledIfThatWasConfirmed() {
        bench.press("Schedule");
        assertThat(bench.awaitView("update.scheduled").buttons()).contains("Confirm");
        bench.press("Confirm");
        assertThat(bench.awaitView("update.scheduled").buttons()).doesNotContain("Confirm");
        until(TWO.minusSeconds(1));
        assertThat(bench.cloud.requests).noneMatch(it -> it.path().contains("/images/"));
        bench.awaitView("update.done");

        assertThat(bench.versions()).containsOnly("2026.47");
    }

    @Test
    void anObstacleInTheWindowIsToldAndWaitedOut() {
        downloaded();
        bench.press("Schedule");
        bench.vehicle.soc = 10;
        until(TWO.plusSeconds(600));
        assertThat(bench.awaitView("update.error").reason()).isEqualTo("battery");
        assertThat(bench.erases()).isZero();
        bench.vehicle.charger = true;
        bench.awaitView("update.done");

        assertThat(bench.versions()).containsOnly("2026.47");
    }

    @Test
    void aMissedWindowIsToldAndFollowedByTheNext() {
        downloaded();
        bench.press("Schedule");
        bench.vehicle.gear = "D";
        until(TWO.plusSeconds(3 * 3600));
        assertThat(bench.awaitView("update.scheduled").lines())
                .contains("Starts at 2026-11-22 02:00 UTC", "The appointed start was missed");
        bench.vehicle.gear = "P";
        until(TWO.plusSeconds(23 * 3600));
        assertThat(bench.erases()).isZero();
        until(TWO.plusSeconds(25 * 3600));

        assertThat(bench.versions()).containsOnly("2026.47");
    }

    @Test
    void theScheduleSurvivesALossOfPower() {
        downloaded();
        bench.press("Schedule");
        bench.life.end();
        bench.pass(Nanos.MINUTE);
        bench.boot();
        until(TWO.minusSeconds(1));
        assertThat(bench.erases()).isZero();
        bench.awaitView("update.done");

        assertThat(bench.calendar.utc()).isBetween(TWO, TWO.plusSeconds(7200));
    }

    @Test
    void cancellingTheScheduleLeadsBackToTheChoice() {
        downloaded();
        bench.press("Schedule");
        bench.press("Cancel");
        bench.awaitView("update.downloaded");
        bench.pass(24 * Nanos.HOUR);

        assertThat(bench.erases()).isZero();
    }

    @Test
    void theScheduledStartKeepsTheSleepingVehicleAwakeByUpdateMode() {
        downloaded();
        bench.press("Schedule");
        bench.vehicle.updateMode.clear();
        until(TWO.plusSeconds(5));

        assertThat(bench.vehicle.inUpdateMode()).isTrue();
        assertThat(bench.agent.wakeAt()).isEqualTo(Optional.empty());
    }
}
