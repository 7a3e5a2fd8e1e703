package dev.underpin.cloud;

import dev.underpin.cloud.http.CloudLink;
import dev.underpin.cloud.http.CloudResponse;
import dev.underpin.cloud.trust.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A client that sends fixed headers, and lets a listener see every exchange. */
class TestClient {
    private static final byte[] EMPTY = {};

    private final CloudLink link;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<Consumer<Exchange>> listeners = new ArrayList<>();

    TestClient(CloudLink link) {
        this.link = link;
    }

    /** One exchange. */
    record Exchange(String method, String path, byte[] sent, CloudResponse response) {
        int status() {
            return response.status();
        }

        JsonNode json() {
            return Json.read(response.body());
        }

        String code() {
            return json().path("error_code").asString("");
        }
    }

    TestClient with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** A fixed header that was set before. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    void listen(Consumer<Exchange> listener) {
        listeners.add(listener);
    }

    Exchange get(String path) {
        return send("GET", path, EMPTY, Map.of());
    }

    Exchange get(String path, Map<String, String> more) {
        return send("GET", path, EMPTY, more);
    }

    Exchange post(String path, JsonNode body) {
        return send("POST", path, Json.bytes(body), Map.of());
    }

    Exchange put(String path, JsonNode body) {
        return send("PUT", path, Json.bytes(body), Map.of());
    }

    Exchange send(String method, String path, byte[] body, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        beforeSending(all);
        try {
            Exchange exchange = new Exchange(method, path, body, link.handle(method, path, all, body));
            listeners.forEach(listener -> listener.accept(exchange));
            return exchange;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void beforeSending(Map<String, String> all) {}
}
