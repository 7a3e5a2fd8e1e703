package dev.underpin.judge.fact;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Exchanges with the cloud, by leg (vehicle, app, desk), method and path. */
public final class Http {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Http() {}

    /** An exchange whose path, without its query, fits {@code path} as a whole; whatever its outcome. */
    public static Sign asked(String leg, String method, String path) {
        Pattern pattern = Pattern.compile(path);
        return Sign.of(
                "%s %s of the %s".formatted(method, path, leg),
                Kind.HTTP,
                entry -> entry.is("leg", leg)
                        && entry.is("method", method)
                        && pattern.matcher(path(entry)).matches());
    }

    /** The same, answered with 200 to 299. */
    public static Sign done(String leg, String method, String path) {
        return asked(leg, method, path).where(Http::succeeded);
    }

    /** Any exchange of the vehicle that was answered at all. */
    public static Sign vehicleOnline() {
        return Sign.of(
                "an exchange of the vehicle with the cloud",
                Kind.HTTP,
                entry -> entry.is("leg", "vehicle") && entry.fields().containsKey("status"));
    }

    /** The vehicle's fetching of an image, or of a part of one. */
    public static Sign image() {
        return done("vehicle", "GET", "/vehicle/v1/images/.+").called("the download of an image");
    }

    /** Whether an exchange was answered with 200 to 299. */
    public static boolean succeeded(Entry exchange) {
        return exchange.number("status")
                .filter(status -> status >= 200 && status < 300)
                .isPresent();
    }

    /** The path without its query. */
    public static String path(Entry exchange) {
        String path = exchange.text("path");
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    /** What was sent, as JSON; missing if there is none. */
    public static JsonNode request(Entry exchange) {
        return json(exchange.text("request"));
    }

    /** What was answered, as JSON; missing if there is none. */
    public static JsonNode response(Entry exchange) {
        return json(exchange.text("response"));
    }

    private static JsonNode json(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JacksonException malformed) {
            return MissingNode.getInstance();
        }
    }
}
