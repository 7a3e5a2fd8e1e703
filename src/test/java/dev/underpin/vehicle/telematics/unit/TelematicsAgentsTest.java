package dev.underpin.vehicle.telematics.unit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.vehicle.ecu.table.EcuTable;
import dev.underpin.vehicle.screen.TouchScreen;
import dev.underpin.vehicle.telematics.FakeCloud;
import dev.underpin.vehicle.telematics.FakeRepository;
import dev.underpin.vehicle.telematics.FakeVehicle;
import dev.underpin.vehicle.telematics.Json;
import dev.underpin.vehicle.telematics.Uplink;
import dev.underpin.vehicle.telematics.VehicleIdentity;
import dev.underpin.vehicle.telematics.diagnostics.InterfacePolicy;
import dev.underpin.vehicle.telematics.update.Journal;
import dev.underpin.vehicle.telematics.update.Phase;
import dev.underpin.vehicle.telematics.update.UptaneVerifier;
import dev.underpin.vehicle.telematics.update.VehiclePreconditions;
import dev.underpin.vehicle.telematics.uptane.Anchors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TelematicsAgentsTest {
    private static final String VIN = "WUPTEST0000000001";

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final Calendar calendar = new Calendar(scheduler, Instant.parse("2026-11-20T20:00:00Z"));
    private final FakeCloud cloud = new FakeCloud();
    private final FakeVehicle vehicle = new FakeVehicle(scheduler, "GW", "THM");
    private final Uplink uplink = new Uplink(scheduler, new Entropy(1), cloud);
    private final TouchScreen infotainment = new TouchScreen(scheduler, "infotainment");
    private final TouchScreen cluster = new TouchScreen(scheduler, "cluster");
    private final TelematicsMemory memory = new TelematicsMemory(100_000_000);
    private final TelematicsAgents agents = new TelematicsAgents(new TelematicsParts(
            calendar,
            uplink,
            new VehicleIdentity(VIN, FakeCloud.key("vehicle").getPrivate(), "v", calendar, new Entropy(2)),
            vehicle.access(),
            new EcuTable(Map.of(), List.of()),
            vehicle,
            vehicle,
            new VehiclePreconditions(vehicle, uplink, VehiclePreconditions.Limits.STANDARD),
            new UptaneVerifier(
                    new Anchors(root("director"), root("image-repo")),
                    VIN,
                    Set.of("GW", "THM"),
                    calendar,
                    memory.journal().trust(),
                    file -> true),
            new InterfacePolicy(),
            infotainment,
            cluster,
            memory,
            "+371"));

    private byte[] root(String repository) {
        return new FakeRepository(repository, calendar, Json::object).roots.first();
    }

    TelematicsAgentsTest() {
        infotainment.light(true);
        cluster.light(true);
        cloud.route(
                "GET",
                "/offer",
                request ->
                        FakeCloud.json(200, Json.object().put("offerId", "O-1").put("version", "2026.47")));
        agents.power(true);
    }

    private void pass(long nanos) {
        scheduler.runUntil(scheduler.now() + nanos);
    }

    private long polls() {
        return cloud.requests.stream()
                .filter(it -> it.path().contains("/mailbox"))
                .count();
    }

    @Test
    void anOfferInTheMailboxIsShownWithinAMinute() {
        pass(10 * Nanos.SECOND);
        cloud.mail("offer").put("offerId", "O-1");
        pass(Nanos.MINUTE);

        assertThat(infotainment.view("update.available")).isPresent();
        assertThat(agents.updatePhase()).isEqualTo(Phase.AVAILABLE);
    }

    @Test
    void theMailboxIsReadEveryHalfMinuteAndRarerWhileTheVehicleSleeps() {
        pass(10 * Nanos.MINUTE);
        long awake = polls();
        vehicle.ignition = false;
        pass(10 * Nanos.MINUTE);

        assertThat(awake).isBetween(19L, 22L);
        assertThat(polls() - awake).isBetween(2L, 3L);
    }

    @Test
    void eachMessageIsHandledOnceEvenAfterALossOfPower() {
        cloud.mail("offer").put("offerId", "O-1");
        pass(Nanos.MINUTE);
        agents.power(false);
        pass(Nanos.MINUTE);
        agents.power(true);
        pass(Nanos.MINUTE);

        long asked = cloud.requests.stream()
                .filter(it -> it.path().endsWith("/offer"))
                .count();
        assertThat(asked).isEqualTo(1);
        assertThat(infotainment.view("update.available")).isPresent();
    }

    @Test
    void withoutPowerNothingIsSent() {
        pass(10 * Nanos.SECOND);
        agents.power(false);
        long before = cloud.requests.size();
        pass(Nanos.HOUR);

        assertThat(cloud.requests).hasSize((int) before);
    }

    @Test
    void theHomeViewOffersDiagnostics() {
        assertThat(infotainment.view("home").orElseThrow().buttons()).contains("Diagnostics");
    }

    @Test
    void anAnswerOfSupportToACallOpensASession() {
        cloud.route("POST", "/eligibility", request -> FakeCloud.json(200, Json.object()));
        cloud.route(
                "POST",
                "/sessions",
                request -> FakeCloud.json(
                        201,
                        Json.object().put("sessionId", "S-1").put("token", "T").put("technicianRole", "Alise")));
        cloud.route("GET", "/sessions/", request -> FakeCloud.json(200, Json.object()));
        cloud.route("PUT", "/sessions/", request -> FakeCloud.json(200, Json.object()));
        cloud.route("POST", "/sessions/", request -> FakeCloud.json(200, Json.object()));
        cloud.mail("open-session").put("channel", "phone");
        pass(Nanos.MINUTE);

        assertThat(agents.inSession()).isTrue();
        assertThat(agents.lastConsent()).isNotEmpty();
        assertThat(cloud.bodies("/sessions").getFirst().path("channel").asString(""))
                .isEqualTo("phone");
    }

    @Test
    void aJournalOfNewerSoftwareIsBegunAnewAndTheMailboxReadOnceMore() {
        memory.journal().form(Journal.FORM + 1);
        memory.mailRead(7);
        agents.power(false);
        agents.power(true);
        scheduler.runUntil(scheduler.now() + Nanos.SECOND);

        assertThat(memory.journal().readable()).isTrue();
        assertThat(cloud.requests).anyMatch(it -> it.path().endsWith("/mailbox?after=0"));
    }
}
