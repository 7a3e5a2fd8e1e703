package dev.underpin.cloud.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request as an endpoint sees it. */
public final class ApiRequest {
    private final Peer peer;
    private final String path;
    private final Map<String, String> variables;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final byte[] body;

    ApiRequest(Route route, Peer peer, String url, Map<String, String> headers, byte[] body) {
        int mark = url.indexOf('?');
        this.peer = peer;
        this.path = mark < 0 ? url : url.substring(0, mark);
        this.variables = variables(route.template(), path);
        this.query = mark < 0 ? Map.of() : query(url.substring(mark + 1));
        this.headers = headers;
        this.body = body;
    }

    /** Who asks, as the certificate says. */
    public Peer peer() {
        return peer;
    }

    /** The path without the query. */
    public String path() {
        return path;
    }

    boolean has(String variable) {
        return variables.containsKey(variable);
    }

    /** The value of a variable of the route's template. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no variable " + name);
        }
        return value;
    }

    /** The header {@code name} (lower case). */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The query parameter {@code name} as a whole number, {@code absent} when it is not there. */
    public long number(String name, long absent) {
        String text = query.get(name);
        try {
            return text == null ? absent : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new ApiError(400, "request-malformed", "query " + name + ": expected a whole number, found " + text);
        }
    }

    /** The body's bytes as transmitted. */
    public byte[] bytes() {
        return body;
    }

    /** The body as a JSON object; an empty body reads as an empty object. */
    public Body body() {
        return Body.parse(body);
    }

    private static Map<String, String> variables(String template, String path) {
        String[] names = template.split("/", -1);
        String[] values = path.split("/", -1);
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < names.length && i < values.length; i++) {
            if (names[i].startsWith("{")) {
                variables.put(names[i].substring(1, names[i].length() - 1), decoded(values[i]));
            }
        }
        return variables;
    }

    private static Map<String, String> query(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ApiError(400, "request-malformed", "not percent-encoded: " + text);
        }
    }
}
