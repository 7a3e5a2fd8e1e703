package dev.underpin.rig.virtual;

import dev.underpin.cloud.Cloud;
import dev.underpin.cloud.http.CloudLink;
import dev.underpin.cloud.http.Peer;
import dev.underpin.cloud.trust.DevelopmentKeys;
import dev.underpin.fault.PeopleFault;
import dev.underpin.fault.Trespasser;
import dev.underpin.rig.recorder.HttpRecorder;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.vehicle.telematics.HttpExchange;
import dev.underpin.vehicle.telematics.HttpExchange.ExchangeFailed;
import dev.underpin.vehicle.telematics.HttpExchange.Request;
import dev.underpin.vehicle.telematics.VehicleIdentity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * People who call the cloud from outside the vehicle under test: its user by the app, and those who have no business there. These have
 * what they overhear on the vehicle's way to the cloud, and what their disguise gives them; the cloud treats them like anybody.
 */
final class Callers {
    private static final String OTHER_VIN = "WUPLX3EV7T1000999";
    private static final String COLLEAGUE = "Edgars";
    private static final String DISMISSED = "Mara";
    private static final Pattern SESSION = Pattern.compile("/sessions/([^/?]+)");

    private final Cloud cloud;
    private final String vin;
    private final HttpRecorder http;
    private final Calendar calendar;
    private final Entropy entropy;
    private final Map<String, Request> overheard = new LinkedHashMap<>();
    private String session = "unknown";
    private String firstToken = "";
    private String lastToken = "";

    Callers(Cloud cloud, String vin, HttpRecorder http, Calendar calendar, Entropy entropy) {
        this.cloud = cloud;
        this.vin = vin;
        this.http = http;
        this.calendar = calendar;
        this.entropy = entropy;
    }

    /** The vehicle's way to the cloud, on which they listen. */
    HttpExchange overheard(HttpExchange way) {
        return request -> {
            hear(request);
            return way.exchange(request);
        };
    }

    private void hear(Request request) {
        Matcher named = SESSION.matcher(request.path());
        session = named.find() ? named.group(1) : session;
        String token = request.headers().getOrDefault("x-session-token", "");
        firstToken = firstToken.isEmpty() ? token : firstToken;
        lastToken = token.isEmpty() ? lastToken : token;
        overheard.put(request.method() + " " + plain(request.path()), request);
    }

    /** The user takes the consent back; that lasts. */
    Runnable withdraw() {
        HttpExchange app = http.on("app", new CloudExchange(cloud.app(vin)));
        call(app, "POST", "/app/v1/" + vin + "/session-consent", Map.of(), "{\"grant\": false}");
        return () -> {};
    }

    /** Somebody calls; what is done is done. */
    Runnable trespass(PeopleFault.Trespasses fault) {
        String path = fault.path().replace("{vin}", vin).replace("{session}", session);
        HttpExchange way = http.on("intruder", new CloudExchange(link(fault.as())));
        Request heard = overheard.get(fault.method() + " " + path);
        if (fault.as() == Trespasser.REPLAYER && heard != null) {
            call(way, heard.method(), heard.path(), heard.headers(), new String(heard.body(), StandardCharsets.UTF_8));
        } else {
            call(way, fault.method(), path, headers(fault.as()), body(fault));
        }
        return () -> {};
    }

    /** {@code {proof}} in a body stands for a proof of identity, as the opening of a session wants it. */
    private String body(PeopleFault.Trespasses fault) {
        String text = fault.body();
        return fault.body().contains("{proof}")
                ? text.replace("{proof}", identity(fault.as()).proof(proof()))
                : text;
    }

    private Map<String, String> proof() {
        return Map.of("vin", vin, "f190", vin, "nonce", entropy.hex(16));
    }

    private CloudLink link(Trespasser who) {
        return cloud.server()
                .link(
                        switch (who) {
                            case STRANGER -> new Peer("");
                            case OTHER_VEHICLE -> Peer.vehicle(OTHER_VIN);
                            case TOKEN_THIEF, REPLAYER, UNSIGNED, FORGER, CLONE -> Peer.vehicle(vin);
                            case COLLEAGUE, DISMISSED -> Peer.desk();
                        });
    }

    private Map<String, String> headers(Trespasser who) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        switch (who) {
            case STRANGER, REPLAYER -> {}
            case OTHER_VEHICLE -> headers.put("authorization", identity(who).authorization());
            case TOKEN_THIEF -> headers.put("x-session-token", lastToken);
            case UNSIGNED -> {
                headers.put("authorization", "Bearer " + unsigned());
                headers.put("x-session-token", lastToken);
            }
            case FORGER -> {
                headers.put("authorization", identity(who).authorization());
                headers.put("x-session-token", lastToken);
            }
            case CLONE -> {
                headers.put("authorization", identity(who).authorization());
                headers.put("x-session-token", firstToken);
            }
            case COLLEAGUE ->
                headers.put("authorization", "Bearer " + cloud.desk().technicianToken(COLLEAGUE));
            case DISMISSED ->
                headers.put("authorization", "Bearer " + cloud.desk().technicianToken(DISMISSED));
        }
        return headers;
    }

    private VehicleIdentity identity(Trespasser who) {
        DevelopmentKeys keys = DevelopmentKeys.standard();
        String key = who == Trespasser.CLONE ? vin : OTHER_VIN;
        return new VehicleIdentity(
                who == Trespasser.OTHER_VEHICLE ? OTHER_VIN : vin,
                keys.vehicle(key).getPrivate(),
                DevelopmentKeys.keyId(keys.vehicle(key).getPublic()),
                calendar,
                entropy);
    }

    private String unsigned() {
        String claims = "{\"sub\":\"%s\",\"jti\":\"%s\",\"iat\":%d}"
                .formatted(vin, entropy.hex(8), calendar.utc().getEpochSecond());
        return base64("{\"alg\":\"none\"}") + "." + base64(claims) + ".";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void call(HttpExchange way, String method, String path, Map<String, String> headers, String body) {
        byte[] bytes = method.equals("GET") ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        try {
            way.exchange(new Request(method, path, headers, bytes));
        } catch (ExchangeFailed turnedAway) {
            // written down by the recorder: to be turned away at the door is an answer too
        }
    }

    private static String plain(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}
