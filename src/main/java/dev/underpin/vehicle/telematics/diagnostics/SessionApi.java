package dev.underpin.vehicle.telematics.diagnostics;

import dev.underpin.vehicle.telematics.BackOff;
import dev.underpin.vehicle.telematics.CloudClient;
import dev.underpin.vehicle.telematics.CloudTrouble;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import dev.underpin.vehicle.telematics.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The support desk as the vehicle reaches it. Futures fail with {@link CloudTrouble}. */
final class SessionApi {
    /** What the consent of the user covers. */
    private static final List<String> SCOPE = List.of("read", "guidance", "routine", "reset", "clear", "retest");

    private static final long USUAL_TOKEN_SECONDS = 1800;

    private final CloudClient cloud;

    SessionApi(CloudClient cloud) {
        this.cloud = cloud;
    }

    /** Whether remote diagnostics is available to this vehicle and its user. */
    CompletableFuture<JsonNode> eligible(Map<String, String> versions) {
        ObjectNode body = Json.object().put("feature", "remote-diagnostics");
        ObjectNode listed = body.putObject("versions");
        versions.forEach(listed::put);
        return read(cloud.post(cloud.path("/eligibility"), Map.of(), body, BackOff.ATTENDED));
    }

    /** Opens the session; {@code vinRead} is what the vehicle's own control units say. */
    CompletableFuture<SupportSession> open(String channel, String consentId, String vinRead) {
        String proof = cloud.identity()
                .proof(Map.of(
                        "nonce",
                        cloud.identity().nonce(),
                        "vin",
                        cloud.identity().vin(),
                        "f190",
                        vinRead));
        ObjectNode body = Json.object()
                .put("consentId", consentId)
                .put("channel", channel)
                .put("proof", proof);
        ArrayNode scope = body.putArray("scope");
        SCOPE.forEach(scope::add);
        return read(cloud.post(cloud.path("/sessions"), Map.of(), body, BackOff.NONE))
                .thenApply(answer -> new SupportSession(
                        answer.path("sessionId").asString(""),
                        answer.path("token").asString(""),
                        answer.path("expiresInSeconds").asLong(USUAL_TOKEN_SECONDS),
                        answer.path("technicianRole").asString(""),
                        channel,
                        consentId));
    }

    CompletableFuture<JsonNode> snapshot(SupportSession session, ObjectNode snapshot) {
        return read(cloud.put(path(session, "/snapshot"), session.headers(), snapshot, BackOff.NONE));
    }

    CompletableFuture<JsonNode> health(SupportSession session, ObjectNode health) {
        return read(cloud.post(path(session, "/health"), session.headers(), health, BackOff.NONE));
    }

    /** Commands numbered higher than {@code after}, and the state of the session. */
    CompletableFuture<JsonNode> commands(SupportSession session, long after) {
        return read(cloud.get(path(session, "/commands?after=" + after), session.headers(), BackOff.NONE));
    }

    /** The report of an ended session. */
    CompletableFuture<JsonNode> report(String sessionId) {
        return read(cloud.get(cloud.path("/sessions/%s/report".formatted(sessionId)), BackOff.ATTENDED));
    }

    String path(SupportSession session, String rest) {
        return cloud.path("/sessions/" + session.id() + rest);
    }

    private static CompletableFuture<JsonNode> read(CompletableFuture<Response> answer) {
        return answer.thenApply(response -> {
            try {
                return Json.read(response.body());
            } catch (CloudTrouble.Garbled garbled) {
                throw new CompletionException(garbled);
            }
        });
    }
}
