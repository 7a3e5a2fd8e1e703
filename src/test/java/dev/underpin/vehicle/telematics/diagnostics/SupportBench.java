package dev.underpin.vehicle.telematics.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualAwait;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.vehicle.ecu.table.EcuTable;
import dev.underpin.vehicle.screen.HomeView;
import dev.underpin.vehicle.screen.TouchScreen;
import dev.underpin.vehicle.screen.View;
import dev.underpin.vehicle.telematics.CloudClient;
import dev.underpin.vehicle.telematics.FakeCloud;
import dev.underpin.vehicle.telematics.FakeVehicle;
import dev.underpin.vehicle.telematics.HttpExchange.Request;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import dev.underpin.vehicle.telematics.Json;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.Uplink;
import dev.underpin.vehicle.telematics.VehicleIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A diagnostics agent between a made-up support desk and made-up control units. */
final class SupportBench {
    static final String VIN = "WUPTEST0000000001";

    final VirtualScheduler scheduler = new VirtualScheduler();
    final Calendar calendar = new Calendar(scheduler, Instant.parse("2026-11-20T20:00:00Z"));
    final FakeCloud cloud = new FakeCloud();
    final FakeVehicle vehicle = new FakeVehicle(scheduler, "GW", "THM", "BMS");
    final Uplink uplink = new Uplink(scheduler, new Entropy(1), cloud);
    final TouchScreen infotainment = new TouchScreen(scheduler, "infotainment");
    final TouchScreen cluster = new TouchScreen(scheduler, "cluster");
    final InterfacePolicy policy = new InterfacePolicy();
    final DiagnosticsMemory memory = new DiagnosticsMemory();
    final ArrayNode commands = Json.array();
    boolean updating;
    String state = "active";
    Life life = new Life(scheduler);
    DiagnosticsAgent agent;

    SupportBench() {
        infotainment.light(true);
        cluster.light(true);
        infotainment.show(HomeView.infotainment());
        cloud.route(
                "POST",
                "/eligibility",
                request -> FakeCloud.json(200, Json.object().put("eligible", true)));
        cloud.route(
                "POST",
                "/sessions",
                request -> FakeCloud.json(
                        201,
                        Json.object().put("sessionId", "S-1").put("token", "T").put("technicianRole", "Alise")));
        for (String part : List.of("/snapshot", "/health", "/results", "/end")) {
            cloud.route(part.equals("/snapshot") ? "PUT" : "POST", part, request -> FakeCloud.json(200, Json.object()));
        }
        cloud.route("GET", "/commands", this::commandsAfter);
        cloud.refuse("GET", "/report", 404, "report-not-ready");
        cloud.route("POST", "/report/ack", request -> FakeCloud.json(200, Json.object()));
        agent = boot();
    }

    DiagnosticsAgent boot() {
        life = new Life(scheduler);
        VehicleIdentity identity =
                new VehicleIdentity(VIN, FakeCloud.key("vehicle").getPrivate(), "v", calendar, new Entropy(2));
        agent = new DiagnosticsAgent(new DiagnosticsParts(
                life,
                calendar,
                new CloudClient(life, uplink, identity),
                vehicle.access(),
                new EcuTable(Map.of(), List.of()),
                vehicle,
                policy,
                () -> updating,
                infotainment,
                cluster,
                memory,
                "+371 6000 0000"));
        agent.start();
        pass(15 * Nanos.SECOND);
        return agent;
    }

    private Response commandsAfter(Request request) {
        int after = Integer.parseInt(request.path().replaceAll(".*after=", ""));
        ObjectNode body = Json.object().put("state", state);
        ArrayNode due = body.putArray("commands");
        commands.valueStream().filter(it -> it.path("seq").asInt() > after).forEach(due::add);
        return FakeCloud.json(200, body);
    }

    ObjectNode command(String kind) {
        return commands.addObject()
                .put("seq", commands.size())
                .put("commandId", "C-" + commands.size())
                .put("kind", kind);
    }

    /** A report of the session is ready at the desk. */
    void reported(String outcome) {
        ObjectNode report = Json.object()
                .put("reportId", "R-1")
                .put("sessionId", "S-1")
                .put("outcome", outcome)
                .put("sha256", "abc");
        report.putArray("nextSteps").add("Bring the vehicle in");
        cloud.route("GET", "/report", request -> FakeCloud.json(200, report));
    }

    void pass(long nanos) {
        scheduler.runUntil(scheduler.now() + nanos);
    }

    void press(String button) {
        assertThat(infotainment.touch(button)).as("touch of " + button).isTrue();
        pass(200 * Nanos.MILLISECOND);
    }

    View awaitView(String id) {
        return new VirtualAwait(scheduler)
                .until(
                        "the view " + id,
                        5 * Nanos.MINUTE,
                        () -> infotainment.view(id),
                        () -> infotainment.views() + "");
    }

    void connected() {
        press("Diagnostics");
        awaitView("diag.consent");
        press("Allow");
        awaitView("diag.session");
    }

    JsonNode result(String commandId) {
        return new VirtualAwait(scheduler)
                .until(
                        "the result of " + commandId,
                        5 * Nanos.MINUTE,
                        () -> results(commandId).stream().findFirst(),
                        () -> cloud.bodies("/results") + "");
    }

    List<JsonNode> results(String commandId) {
        return cloud.bodies("/results").stream()
                .filter(it -> it.path("commandId").asString("").equals(commandId))
                .toList();
    }

    /** Services that the control unit was asked for, such as {@code 3101}. */
    List<String> heard(String ecu, String service) {
        return vehicle.ecu(ecu).heard.stream()
                .filter(it -> it.startsWith(service))
                .toList();
    }
}
