package dev.underpin.vehicle.telematics.companion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.vehicle.screen.TouchScreen;
import dev.underpin.vehicle.telematics.FakeCloud;
import dev.underpin.vehicle.telematics.Json;
import dev.underpin.vehicle.telematics.Uplink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class CompanionAppTest {
    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final FakeCloud cloud = new FakeCloud();
    private final TouchScreen screen = new TouchScreen(scheduler, "app");
    private final ArrayNode inbox = Json.array();
    private ObjectNode overview = Json.object().put("sync", "UNKNOWN");
    private int sequence;

    @BeforeEach
    void start() {
        cloud.route("GET", "/update", request -> FakeCloud.json(200, overview));
        cloud.route(
                "GET", "/inbox", request -> FakeCloud.json(200, Json.object().set("messages", inbox.deepCopy())));
        cloud.route("POST", "/app/", request -> FakeCloud.json(202, Json.object()));
        new CompanionApp(scheduler, new Uplink(scheduler, new Entropy(1), cloud), "WUPTEST0000000001", screen, "+371")
                .start();
        pass(Nanos.SECOND);
    }

    private void pass(long nanos) {
        scheduler.runUntil(scheduler.now() + nanos);
    }

    private ObjectNode status(String phase) {
        overview = Json.object().put("sync", "PENDING");
        overview.putObject("offer").put("offerId", "O-1").put("version", "2026.47");
        return overview.putObject("status")
                .put("offerId", "O-1")
                .put("phase", phase)
                .put("sequence", ++sequence);
    }

    private void press(String button) {
        assertThat(screen.touch(button)).isTrue();
        pass(3 * Nanos.SECOND);
    }

    @Test
    void theHomeViewLeadsToSupportAndToUpdates() {
        assertThat(screen.view("app.home").orElseThrow().buttons()).contains("Contact Support", "Updates");
    }

    @Test
    void theStateOfTheUpdateIsShownAsInTheVehicle() {
        status("available");
        pass(31 * Nanos.SECOND);
        assertThat(screen.view("update.available").orElseThrow().lines()).contains("Version 2026.47");
        status("download").put("percent", 40).put("bearer", "Wi-Fi");
        pass(31 * Nanos.SECOND);

        assertThat(screen.view("update.download").orElseThrow().progress()).hasValue(40);
        assertThat(screen.view("update.available")).isEmpty();
    }

    @Test
    void theEndIsShownAlsoWhenTheCloudHasClosedTheOffer() {
        status("install").put("percent", 99);
        pass(31 * Nanos.SECOND);
        status("done");
        overview.remove("offer");
        pass(31 * Nanos.SECOND);

        assertThat(screen.view("update.done").orElseThrow().lines()).contains("Version 2026.47 installed");
    }

    @Test
    void aChoiceIsTakenToTheCloud() {
        status("available");
        pass(31 * Nanos.SECOND);
        press("Download Now");

        assertThat(cloud.bodies("/commands").getFirst().path("command").asString(""))
                .isEqualTo("Download Now");
    }

    @Test
    void lookingForUpdatesWithoutConsentIsRefusedWithTheReason() {
        cloud.refuse("GET", "/update", 403, "consent-missing");
        press("Updates");

        assertThat(screen.view("update.error").orElseThrow().reason()).isEqualTo("consent-missing");
    }

    @Test
    void supportIsAskedForWithConsent() {
        press("Contact Support");

        assertThat(cloud.bodies("/session-consent").getFirst().path("grant").asBoolean())
                .isTrue();
        assertThat(cloud.bodies("/support-requests")).hasSize(1);
    }

    @Test
    void reportsAndAppointmentsArrive() {
        inbox.addObject().put("seq", 1).put("type", "appointment").put("place", "Riga");
        ObjectNode message = inbox.addObject().put("seq", 2).put("type", "report");
        message.putObject("report").put("reportId", "R-1").put("sha256", "abc").put("outcome", "appointment");
        pass(31 * Nanos.SECOND);

        assertThat(screen.view("diag.appointment").orElseThrow().lines()).contains("Place: Riga");
        assertThat(screen.view("diag.report").orElseThrow().title()).contains("R-1");
    }
}
