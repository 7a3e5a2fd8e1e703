package dev.underpin.vehicle.telematics;

import dev.underpin.vehicle.telematics.CloudTrouble.Garbled;
import dev.underpin.vehicle.telematics.CloudTrouble.LinkFailed;
import dev.underpin.vehicle.telematics.CloudTrouble.Refused;
import dev.underpin.vehicle.telematics.CloudTrouble.Unavailable;
import dev.underpin.vehicle.telematics.HttpExchange.Request;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/**
 * The vehicle as a client of its cloud: signs every request, sorts answers from troubles, repeats what deserves it. Futures fail with
 * {@link CloudTrouble}.
 *
 * <p>Threading: the scheduler's thread.
 */
public final class CloudClient {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAUTHORIZED = 401;
    private static final int MOST_REDIRECTS = 10;

    private final Life life;
    private final Uplink uplink;
    private final VehicleIdentity identity;

    public CloudClient(Life life, Uplink uplink, VehicleIdentity identity) {
        this.life = life;
        this.uplink = uplink;
        this.identity = identity;
    }

    public Uplink uplink() {
        return uplink;
    }

    public VehicleIdentity identity() {
        return identity;
    }

    /** {@code /vehicle/v1/{vin}} and {@code rest}. */
    public String path(String rest) {
        return "/vehicle/v1/" + identity.vin() + rest;
    }

    public CompletableFuture<Response> get(String path, BackOff backOff) {
        return get(path, Request.USUAL_CAP, backOff);
    }

    public CompletableFuture<Response> get(String path, Map<String, String> headers, BackOff backOff) {
        return get(path, headers, Request.USUAL_CAP, backOff);
    }

    /** @param cap the most bytes of the answer's body that are read, see {@link Request} */
    public CompletableFuture<Response> get(String path, int cap, BackOff backOff) {
        return get(path, Map.of(), cap, backOff);
    }

    /** @param cap the most bytes of the answer's body that are read, see {@link Request} */
    public CompletableFuture<Response> get(String path, Map<String, String> headers, int cap, BackOff backOff) {
        return call("GET", path, headers, new byte[0], cap, backOff);
    }

    public CompletableFuture<Response> post(String path, Map<String, String> headers, JsonNode body, BackOff backOff) {
        return call("POST", path, headers, utf8(body), Request.USUAL_CAP, backOff);
    }

    public CompletableFuture<Response> put(String path, Map<String, String> headers, JsonNode body, BackOff backOff) {
        return call("PUT", path, headers, utf8(body), Request.USUAL_CAP, backOff);
    }

    private CompletableFuture<Response> call(
            String method, String path, Map<String, String> headers, byte[] body, int cap, BackOff backOff) {
        CompletableFuture<Response> result = new CompletableFuture<>();
        attempt(new Call(method, path, headers, body, cap, backOff, result, 0, false), 1);
        return result;
    }

    private void attempt(Call call, int number) {
        if (identity.locked()) {
            call.result().completeExceptionally(new CloudTrouble.NoKey());
            return;
        }
        life.when(
                uplink.send(signed(call)),
                response -> sort(call, number, response),
                failure -> again(call, number, CloudTrouble.in(failure)));
    }

    private void sort(Call call, int number, Response response) {
        if (response.status() >= 500 || response.status() == TOO_MANY_REQUESTS) {
            again(call, number, new Unavailable(response.status()));
        } else if (response.status() == UNAUTHORIZED && !call.renewed()) {
            attempt(call.withNewCredentials(), number);
        } else if (response.status() >= 300 && response.status() < 400) {
            follow(call, number, response.headers().getOrDefault("location", ""));
        } else if (response.status() >= 400) {
            call.result().completeExceptionally(refusal(response));
        } else {
            call.result().complete(response);
        }
    }

    /** Only to another path of the same cloud: its certificate vouches for no other host. */
    private void follow(Call call, int number, String location) {
        if (!location.startsWith("/") || location.startsWith("//")) {
            call.result().completeExceptionally(new Garbled("redirected to a foreign host: " + location));
        } else if (call.hops() >= MOST_REDIRECTS) {
            call.result().completeExceptionally(new Garbled("redirected more than %d times".formatted(MOST_REDIRECTS)));
        } else {
            attempt(call.to(location), number);
        }
    }

    private void again(Call call, int number, CloudTrouble trouble) {
        boolean worth = trouble instanceof LinkFailed || trouble instanceof Unavailable;
        if (worth && number < call.backOff().tries()) {
            life.after(call.backOff().pause(number), () -> attempt(call, number + 1));
        } else {
            call.result().completeExceptionally(trouble);
        }
    }

    private Request signed(Call call) {
        Map<String, String> headers = new LinkedHashMap<>(call.headers());
        headers.put("authorization", identity.authorization());
        if (call.body().length > 0) {
            headers.put("content-type", "application/json");
        }
        return new Request(call.method(), call.path(), headers, call.body(), call.cap());
    }

    private static Refused refusal(Response response) {
        JsonNode error = Json.lenient(response.body());
        return new Refused(
                response.status(),
                error.path("error_code").asString(""),
                error.path("message").asString("the cloud answered " + response.status()));
    }

    private static byte[] utf8(JsonNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private record Call(
            String method,
            String path,
            Map<String, String> headers,
            byte[] body,
            int cap,
            BackOff backOff,
            CompletableFuture<Response> result,
            int hops,
            boolean renewed) {
        Call to(String location) {
            return new Call(method, location, headers, body, cap, backOff, result, hops + 1, renewed);
        }

        Call withNewCredentials() {
            return new Call(method, path, headers, body, cap, backOff, result, hops, true);
        }
    }
}
