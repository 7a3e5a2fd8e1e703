package dev.underpin.vehicle.telematics.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.vehicle.ecu.table.EcuTable;
import dev.underpin.vehicle.screen.TouchScreen;
import dev.underpin.vehicle.telematics.CloudClient;
import dev.underpin.vehicle.telematics.FakeCloud;
import dev.underpin.vehicle.telematics.FakeEcu;
import dev.underpin.vehicle.telematics.FakeVehicle;
import dev.underpin.vehicle.telematics.Json;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.Uplink;
import dev.underpin.vehicle.telematics.VehicleIdentity;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** GW-10: what is not what the vehicle is like now is marked. */
class FreshnessTest {
    private static final int ODOMETER = 0xDD01;
    private static final EcuTable TABLE = EcuTable.load(Path.of("rigs/ecus.yaml"));

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final Calendar calendar = new Calendar(scheduler, Instant.parse("2026-11-20T20:00:00Z"));
    private final FakeVehicle vehicle = new FakeVehicle(scheduler, "IPC");
    private final FakeEcu cluster = vehicle.ecu("IPC");
    private final Life life = new Life(scheduler);
    private final ValueReader values = new ValueReader(vehicle.access(), TABLE, calendar, "S-1");
    private final ArrayNode ecus = Json.array();

    FreshnessTest() {
        odometer(1000);
        ecus.addObject().put("ecu", "IPC").putArray("values");
        values.all("IPC", (ArrayNode) ecus.path(0).path("values"));
        pass(Nanos.SECOND);
    }

    private void odometer(int hundredMetres) {
        cluster.data.put(ODOMETER, ByteBuffer.allocate(4).putInt(hundredMetres).array());
    }

    private void pass(long nanos) {
        scheduler.runUntil(scheduler.now() + nanos);
    }

    private JsonNode marked() {
        FakeCloud cloud = new FakeCloud();
        VehicleIdentity identity =
                new VehicleIdentity("V", FakeCloud.key("vehicle").getPrivate(), "v", calendar, new Entropy(2));
        DiagnosticsParts parts = new DiagnosticsParts(
                life,
                calendar,
                new CloudClient(life, new Uplink(scheduler, new Entropy(1), cloud), identity),
                vehicle.access(),
                TABLE,
                vehicle,
                new InterfacePolicy(),
                () -> false,
                new TouchScreen(scheduler, "infotainment"),
                new TouchScreen(scheduler, "cluster"),
                new DiagnosticsMemory(),
                "");
        new Freshness(parts, values).mark(life, ecus);
        pass(30 * Nanos.SECOND);
        return ecus.path(0).path("values").path(0);
    }

    @Test
    void a_value_says_who_told_it_when_and_for_which_session() {
        JsonNode value = ecus.path(0).path("values").path(0);

        assertThat(value.path("ecu").asString("")).isEqualTo("IPC");
        assertThat(value.path("did").asString("")).isEqualTo("DD01");
        assertThat(value.path("capturedAt").asString("")).startsWith("2026-11-20T20:00:00");
        assertThat(value.path("sessionId").asString("")).isEqualTo("S-1");
    }

    @Test
    void an_odometer_that_stands_still_while_the_vehicle_drives_is_stale() {
        vehicle.speed = 50;

        assertThat(marked().path("stale").asBoolean(false)).isTrue();
    }

    @Test
    void one_that_moves_on_is_not() {
        vehicle.speed = 50;
        scheduler.after(10 * Nanos.SECOND, () -> odometer(1001));

        assertThat(marked().has("stale")).isFalse();
    }

    @Test
    void a_standing_vehicle_or_one_too_slow_to_tell_has_no_frozen_odometer() {
        assertThat(marked().has("stale")).isFalse();
        vehicle.speed = 20;
        assertThat(marked().has("stale")).isFalse();
        assertThat(cluster.heard.stream().filter("22dd01"::equals)).hasSize(1);
    }

    @Test
    void a_value_older_than_a_minute_is_stale() {
        pass(61 * Nanos.SECOND);

        assertThat(marked().path("stale").asBoolean(false)).isTrue();
    }
}
