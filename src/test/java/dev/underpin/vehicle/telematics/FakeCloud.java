package dev.underpin.vehicle.telematics;

import dev.underpin.time.Entropy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A cloud of a few routes: the latest added wins, whatever is not routed is 404. */
public final class FakeCloud implements HttpExchange {
    public final List<Request> requests = new ArrayList<>();
    public final ArrayNode mailbox = Json.object().putArray("messages");
    public final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, Function<Request, Response>> routes = new LinkedHashMap<>();
    private final List<String> losing = new ArrayList<>();

    public FakeCloud() {
        route("GET", "/mailbox", request -> json(200, Json.object().set("messages", mailbox.deepCopy())));
        route("POST", "/events", request -> json(200, Json.object()));
        route("POST", "/manifest", request -> json(200, Json.object().put("status", "IN_SYNC")));
        route("GET", "/images/", this::range);
    }

    /** Answers requests whose path contains {@code part}. */
    public void route(String method, String part, Function<Request, Response> answer) {
        String key = method + " " + part;
        routes.remove(key);
        routes.put(key, answer);
    }

    /** Answers with a status and an error code. */
    public void refuse(String method, String part, int status, String code) {
        route(method, part, request -> json(status, Json.object().put("error_code", code)));
    }

    /** The next answer to a request whose path contains {@code part} does not come. */
    public void lose(String part) {
        losing.add(part);
    }

    /** Puts a message into the mailbox. */
    public ObjectNode mail(String type) {
        return mailbox.addObject().put("seq", mailbox.size()).put("type", type);
    }

    /** Bodies of the requests whose path contains {@code part}. */
    public List<JsonNode> bodies(String part) {
        return requests.stream()
                .filter(it -> it.path().contains(part) && it.body().length > 0)
                .map(it -> Json.lenient(it.body()))
                .toList();
    }

    @Override
    public Response exchange(Request request) throws ExchangeFailed {
        requests.add(request);
        Response answer = json(404, Json.object().put("error_code", "not-found"));
        for (Map.Entry<String, Function<Request, Response>> route : routes.entrySet()) {
            String[] key = route.getKey().split(" ", 2);
            if (request.method().equals(key[0]) && request.path().contains(key[1])) {
                answer = route.getValue().apply(request);
            }
        }
        for (String part : losing) {
            if (request.path().contains(part)) {
                losing.remove(part);
                throw new ExchangeFailed("the connection was reset before the answer came");
            }
        }
        return answer;
    }

    private Response range(Request request) {
        byte[] file = files.getOrDefault(request.path().substring(request.path().lastIndexOf('/') + 1), new byte[0]);
        String[] range = request.headers()
                .getOrDefault("range", "")
                .replace("bytes=", "")
                .split("-");
        byte[] part = Arrays.copyOfRange(
                file, Integer.parseInt(range[0]), Math.min(file.length, Integer.parseInt(range[1]) + 1));
        return new Response(206, Map.of("etag", HexFormat.of().formatHex(sha256(file))), part);
    }

    /** Answers requests for metadata of {@code repository}, {@code director} or {@code image-repo}. */
    public void serve(String repository, FakeRepository from) {
        route(
                "GET",
                "/" + repository + "/",
                request -> from.file(request.path().substring(request.path().lastIndexOf('/') + 1))
                        .map(it -> new Response(200, Map.of(), it))
                        .orElseGet(() -> json(404, Json.object().put("error_code", "unknown-metadata"))));
    }

    public static Response json(int status, JsonNode body) {
        return new Response(status, Map.of(), body.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] sha256(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    public static KeyPair key(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new Entropy(7).fork(name).forKeys());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
