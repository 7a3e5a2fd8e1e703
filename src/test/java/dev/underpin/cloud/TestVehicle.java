package dev.underpin.cloud;

import dev.underpin.cloud.http.CloudLink;
import dev.underpin.cloud.trust.CompactJws;
import dev.underpin.cloud.trust.DevelopmentKeys;
import dev.underpin.cloud.trust.Json;
import dev.underpin.cloud.trust.SignedEnvelope;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import java.security.KeyPair;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A vehicle as the cloud meets it: signs every request with its own key. */
final class TestVehicle extends TestClient {
    private final String vin;
    private final KeyPair key;
    private final Calendar calendar;
    private final Entropy nonces;

    TestVehicle(String vin, CloudLink link, Calendar calendar, Entropy nonces) {
        super(link);
        this.vin = vin;
        this.key = DevelopmentKeys.standard().vehicle(vin);
        this.calendar = calendar;
        this.nonces = nonces;
    }

    String path(String rest) {
        return "/vehicle/v1/" + vin + rest;
    }

    @Override
    void beforeSending(Map<String, String> headers) {
        headers.putIfAbsent("authorization", "Bearer " + bearer());
    }

    String bearer() {
        return CompactJws.sign(
                Json.object()
                        .put("sub", vin)
                        .put("jti", nonces.hex(16))
                        .put("iat", calendar.utc().getEpochSecond()),
                key);
    }

    /** The exchange that brings a role's file, found by way of Timestamp and Snapshot; {@code base} is the repository's path. */
    Exchange metadata(String base, String role) {
        Exchange timestamp = get(base + "timestamp.json");
        if (role.equals("timestamp") || timestamp.status() != 200) {
            return timestamp;
        }
        Exchange snapshot = get(base + listed(timestamp, "snapshot"));
        return role.equals("snapshot") ? snapshot : get(base + listed(snapshot, "targets"));
    }

    private static String listed(Exchange by, String role) {
        String name = role + ".json";
        return by.json().path("signed").path("meta").path(name).path("version").asLong() + "." + name;
    }

    /** Sends a manifest that reports {@code ecus} under {@code nonce}. */
    Exchange manifest(String nonce, String outcome, ArrayNode ecus) {
        ObjectNode signed = Json.object()
                .put("vin", vin)
                .put("nonce", nonce)
                .put("correlationId", "c1")
                .put("outcome", outcome);
        signed.set("ecus", ecus);
        signed.put("attack", "");
        return send("POST", path("/manifest"), SignedEnvelope.seal(signed, key), Map.of());
    }

    String proof(String f190) {
        return CompactJws.sign(
                Json.object().put("nonce", nonces.hex(16)).put("vin", vin).put("f190", f190), key);
    }

    /** Opens a session and keeps its token for the requests that follow. */
    String open(String channel) {
        Exchange opened = post(path("/sessions"), opening(channel, proof(vin)));
        String token = opened.json().path("token").asString("");
        with("x-session-token", token);
        return opened.json().path("sessionId").asString("");
    }

    ObjectNode opening(String channel, String proof) {
        ObjectNode body = Json.object().put("consentId", "consent-1").put("channel", channel);
        body.putArray("scope").add("read").add("routine");
        return body.put("proof", proof);
    }
}
