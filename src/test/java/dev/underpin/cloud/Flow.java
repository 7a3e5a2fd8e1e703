package dev.underpin.cloud;

import dev.underpin.cloud.TestClient.Exchange;
import dev.underpin.cloud.trust.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A walk through the whole cloud that touches every path and every documented answer once. */
final class Flow {
    private static final String APP = "/app/v1/" + CloudBench.VIN;
    private static final String SESSIONS = "/desk/v1/sessions/";

    private final CloudBench bench;
    private final TestVehicle vehicle;
    private final TestVehicle bare;
    private final TestClient desk;
    private final TestClient app;
    private final TestClient stranger;

    Flow(CloudBench bench, Consumer<Exchange> listener) {
        this.bench = bench;
        this.vehicle = bench.vehicle();
        this.bare = bench.vehicle(CloudBench.OTHER_VIN);
        this.desk = bench.desk();
        this.app = bench.app();
        this.stranger = new TestClient(bench.cloud().console());
        List.of(vehicle, bare, desk, app, stranger).forEach(client -> client.listen(listener));
    }

    void run() {
        updates();
        refusedUpdates();
        phoneCallWithAppointment();
        sessionThatResolves();
        endedByTheDriver();
        consentInTheApp();
    }

    private void updates() {
        vehicle.get(vehicle.path("/offer"));
        bench.publish("drive");
        vehicle.get(vehicle.path("/mailbox?after=0"));
        String offerId =
                vehicle.get(vehicle.path("/offer")).json().path("offerId").asString();
        JsonNode targets = vehicle.metadata(vehicle.path("/director/"), "targets")
                .json()
                .path("signed")
                .path("targets");
        vehicle.get(vehicle.path("/director/1.root.json"));
        vehicle.get(vehicle.path("/director/2.root.json"));
        vehicle.metadata("/vehicle/v1/image-repo/", "targets");
        vehicle.get("/vehicle/v1/image-repo/1.root.json");
        vehicle.get("/vehicle/v1/image-repo/2.root.json");
        String image = "/vehicle/v1/images/" + targets.path(0).path("filename").asString();
        vehicle.get(image);
        vehicle.get(image, Map.of("range", "bytes=0-99"));
        vehicle.get(image, Map.of("range", "bytes=99999999-"));
        vehicle.get("/vehicle/v1/images/none.upi");
        ObjectNode event = Json.object()
                .put("offerId", offerId)
                .put("correlationId", "c1")
                .put("sequence", 1)
                .put("phase", "download")
                .put("percent", 10)
                .put("reason", "")
                .put("at", bench.calendar().utc().toString());
        vehicle.post(vehicle.path("/events"), event);
        app.get(APP + "/update");
        app.post(APP + "/commands", Json.object().put("command", "Install Now"));
        vehicle.manifest("n1", "success", report(targets));
        app.get(APP + "/inbox");
    }

    private void refusedUpdates() {
        vehicle.manifest("n1", "success", Json.array());
        bench.publish("infotainment");
        vehicle.manifest("n2", "success", Json.array());
        byte[] forged = dev.underpin.cloud.trust.SignedEnvelope.seal(
                manifestOf("n3"),
                dev.underpin.cloud.trust.DevelopmentKeys.standard().sessionIssuer());
        vehicle.send("POST", vehicle.path("/manifest"), forged, Map.of());
        vehicle.post(
                vehicle.path("/events"),
                Json.object().put("offerId", "none").put("sequence", 1).put("phase", "x"));
        vehicle.get(vehicle.path("/mailbox"), Map.of("authorization", "Bearer none"));
        var account = bench.cloud().registry().vehicle(CloudBench.VIN).account();
        bench.cloud().enrol(account.withRegistered(false));
        vehicle.get(vehicle.path("/offer"));
        app.post(APP + "/commands", Json.object().put("command", "Later"));
        vehicle.post(vehicle.path("/eligibility"), eligibility());
        bench.cloud().enrol(account);
    }

    private void phoneCallWithAppointment() {
        vehicle.post(vehicle.path("/eligibility"), eligibility());
        vehicle.post(vehicle.path("/sessions"), vehicle.opening("phone", vehicle.proof(CloudBench.VIN)));
        desk.post("/desk/v1/calls", Json.object().put("phone", "1").put("vin", CloudBench.VIN));
        String id = desk.post(
                        "/desk/v1/calls",
                        Json.object().put("phone", CloudBench.PHONE).put("vin", CloudBench.VIN))
                .json()
                .path("sessionId")
                .asString();
        desk.post(SESSIONS + id + "/hand-over", Json.object().put("to", "Alise"));
        desk.get("/desk/v1/slots");
        desk.post(SESSIONS + id + "/close", Json.object().put("outcome", "appointment"));
        desk.post(SESSIONS + id + "/appointments", Json.object().put("slot", "2000-01-01T00:00:00Z"));
        desk.post(SESSIONS + id + "/appointments", Json.object());
        desk.post(SESSIONS + id + "/appointments", Json.object());
        desk.post(SESSIONS + id + "/close", Json.object().put("outcome", "appointment"));
    }

    private void sessionThatResolves() {
        String id = vehicle.open("car-button");
        vehicle.post(
                vehicle.path("/sessions"),
                vehicle.opening("car-button", vehicle.proof(CloudBench.VIN)).put("consentId", "x"));
        vehicle.get(session(id, "/report"));
        vehicle.get(session(id, "/commands"), Map.of("x-session-token", "none"));
        bare.open("car-button");
        bare.get(bare.path("/sessions/" + id + "/commands"));
        ReadOut readOut = ReadOut.of(CloudBench.VIN, bench.calendar().utc());
        vehicle.put(
                session(id, "/snapshot"),
                readOut.ecu("THM", "P0C4A-92")
                        .ecu("NAV")
                        .lamp("battery-temperature")
                        .json());
        vehicle.post(session(id, "/health"), health());
        desk.get("/desk/v1/sessions");
        stranger.get("/desk/v1/sessions");
        desk.get(SESSIONS + "none");
        work(id);
        desk.get(SESSIONS + id);
        String hash = desk.post(SESSIONS + id + "/close", Json.object().put("outcome", "resolved"))
                .json()
                .path("sha256")
                .asString();
        desk.post(SESSIONS + id + "/locks", Json.object().put("ecu", "THM"));
        vehicle.get(session(id, "/report"));
        vehicle.post(session(id, "/report/ack"), Json.object().put("sha256", "0".repeat(64)));
        vehicle.post(session(id, "/report/ack"), Json.object().put("sha256", hash));
        vehicle.get(vehicle.path("/mailbox?after=0"));
        app.get(APP + "/inbox");
        desk.get("/desk/v1/inbox");
        desk.get("/desk/v1/audit");
    }

    private void work(String id) {
        ObjectNode guidance = Json.object()
                .put("commandId", "g1")
                .put("kind", "guidance")
                .put("text", "Park at a safe place")
                .put("who", "driver")
                .put("expectedCheck", "parked");
        desk.post(SESSIONS + id + "/commands", guidance);
        desk.post(SESSIONS + id + "/commands", guidance);
        desk.post(SESSIONS + id + "/commands", guidance.deepCopy().put("commandId", "g2"));
        desk.post(SESSIONS + id + "/commands/g1/skip", Json.object().put("reason", "parked already"));
        desk.post(SESSIONS + id + "/commands", Json.object().put("kind", "dance"));
        desk.post(SESSIONS + id + "/close", Json.object().put("outcome", "resolved"));
        desk.post(SESSIONS + id + "/locks", Json.object());
        desk.post(SESSIONS + id + "/locks", Json.object().put("ecu", "THM").put("seconds", 30));
        order(id, "c0", Json.object().put("kind", "reset").put("ecu", "THM"));
        order(id, "c1", Json.object().put("kind", "clear").put("ecu", "THM"));
        vehicle.get(session(id, "/commands?after=0"));
        bench.pass(3);
        order(id, "c2", Json.object().put("kind", "retest").put("ecu", "THM").put("dtc", "P0C4A-92"));
        vehicle.post(
                session(id, "/results"), Json.object().put("commandId", "none").put("status", "done"));
    }

    private void order(String id, String commandId, ObjectNode order) {
        desk.post(SESSIONS + id + "/commands", order.put("commandId", commandId));
        ObjectNode result = Json.object().put("commandId", commandId).put("status", "done");
        ObjectNode data = result.putObject("data").put("passed", true);
        data.putArray("dtcs");
        data.putArray("lamps");
        vehicle.post(session(id, "/results"), result);
    }

    private void endedByTheDriver() {
        String id = vehicle.open("car-button");
        vehicle.post(session(id, "/end"), Json.object().put("by", "driver").put("reason", "no time"));
    }

    private void consentInTheApp() {
        app.post(APP + "/support-requests", Json.object());
        app.post(APP + "/session-consent", Json.object().put("grant", true));
    }

    private ObjectNode health() {
        ObjectNode health = Json.object()
                .put("at", bench.calendar().utc().toString())
                .put("soc", 60.5)
                .put("volts12", 12.6)
                .put("speed", 0);
        health.putArray("lamps").add("battery-temperature");
        health.putObject("temperatures").put("pack", 31.5);
        return health;
    }

    private static ObjectNode eligibility() {
        ObjectNode body = Json.object().put("feature", "remote-diagnostics");
        body.putObject("versions").put("IVI", "2026.44");
        return body;
    }

    private static ObjectNode manifestOf(String nonce) {
        ObjectNode signed =
                Json.object().put("vin", CloudBench.VIN).put("nonce", nonce).put("outcome", "success");
        signed.set("ecus", Json.array());
        return signed;
    }

    private ArrayNode report(JsonNode targets) {
        ArrayNode ecus = Json.array();
        targets.forEach(target -> ecus.add(row(target.path("ecu"), target.path("version"), target.path("sha256"))));
        bench.cloud()
                .registry()
                .vehicle(CloudBench.VIN)
                .ecu("IVI")
                .ifPresent(known -> ecus.add(Json.object()
                        .put("ecu", known.ecu())
                        .put("version", known.version())
                        .put("sha256", known.sha256())));
        return ecus;
    }

    private static ObjectNode row(JsonNode ecu, JsonNode version, JsonNode sha256) {
        ObjectNode row = Json.object();
        row.set("ecu", ecu);
        row.set("version", version);
        row.set("sha256", sha256);
        return row.put("releaseCounter", 47).put("serial", "s1").put("result", "ok");
    }

    private String session(String id, String rest) {
        return vehicle.path("/sessions/" + id + rest);
    }
}
