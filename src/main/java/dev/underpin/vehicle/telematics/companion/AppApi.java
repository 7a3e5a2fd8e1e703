package dev.underpin.vehicle.telematics.companion;

import dev.underpin.vehicle.telematics.CloudTrouble;
import dev.underpin.vehicle.telematics.CloudTrouble.Refused;
import dev.underpin.vehicle.telematics.CloudTrouble.Unavailable;
import dev.underpin.vehicle.telematics.HttpExchange.Request;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import dev.underpin.vehicle.telematics.Json;
import dev.underpin.vehicle.telematics.Uplink;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** The app leg of the cloud. Futures fail with {@link CloudTrouble}. */
final class AppApi {
    private final Uplink phone;
    private final String vin;

    AppApi(Uplink phone, String vin) {
        this.phone = phone;
        this.vin = vin;
    }

    CompletableFuture<JsonNode> update() {
        return call("GET", "/update", new byte[0]);
    }

    CompletableFuture<JsonNode> inbox(long after) {
        return call("GET", "/inbox?after=" + after, new byte[0]);
    }

    CompletableFuture<JsonNode> command(String command) {
        return post("/commands", Json.object().put("command", command));
    }

    /** Agrees to remote diagnostics and asks for support. */
    CompletableFuture<JsonNode> askForSupport() {
        return post("/session-consent", Json.object().put("grant", true))
                .thenCompose(granted -> post("/support-requests", Json.object()));
    }

    private CompletableFuture<JsonNode> post(String rest, JsonNode body) {
        return call("POST", rest, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private CompletableFuture<JsonNode> call(String method, String rest, byte[] body) {
        Map<String, String> headers = body.length == 0 ? Map.of() : Map.of("content-type", "application/json");
        return phone.send(new Request(method, "/app/v1/" + vin + rest, headers, body))
                .thenCompose(AppApi::sorted);
    }

    private static CompletableFuture<JsonNode> sorted(Response response) {
        JsonNode body = Json.lenient(response.body());
        if (response.status() >= 500) {
            return CompletableFuture.failedFuture(new Unavailable(response.status()));
        }
        return response.status() < 400
                ? CompletableFuture.completedFuture(body)
                : CompletableFuture.failedFuture(new Refused(
                        response.status(),
                        body.path("error_code").asString(""),
                        body.path("message").asString("")));
    }
}
