package dev.underpin.rig.virtual;

import dev.underpin.fault.AnswerHarm;
import dev.underpin.vehicle.telematics.HttpExchange;
import dev.underpin.vehicle.telematics.HttpExchange.ExchangeFailed;
import dev.underpin.vehicle.telematics.HttpExchange.Request;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Spoils answers on their way from the cloud to the vehicle; knows nothing of what they mean. */
final class AnswerSpoiler {
    private static final int ENDLESS = 16 << 20;
    private static final String PORTAL = "<html><body>Welcome. Accept the terms to go on.</body></html>";

    private AnswerSpoiler() {}

    /** Makes the exchange, and spoils its answer. */
    static Response spoilt(AnswerHarm harm, Request request, HttpExchange cloud) throws ExchangeFailed {
        return switch (harm) {
            case PORTAL ->
                new Response(200, Map.of("content-type", "text/html"), PORTAL.getBytes(StandardCharsets.UTF_8));
            case REDIRECT_LOOP -> redirect(request.path());
            case REDIRECT_FOREIGN -> redirect("https://updates.invalid" + request.path());
            case RANGE_REFUSED -> new Response(416, Map.of(), new byte[0]);
            case RANGE_IGNORED -> cloud.exchange(withoutRange(request));
            default -> changed(harm, cloud.exchange(request));
        };
    }

    private static Response changed(AnswerHarm harm, Response answer) {
        byte[] body = answer.body();
        int middle = body.length / 2;
        return switch (harm) {
            case TRUNCATED -> announced(answer, Arrays.copyOf(body, middle), body.length);
            case DOUBLED -> with(answer, joined(body, body));
            case LENGTH_WRONG -> announced(answer, body, Math.max(0, body.length - 1));
            case REORDERED ->
                with(answer, joined(Arrays.copyOfRange(body, middle, body.length), Arrays.copyOf(body, middle)));
            case ENDLESS -> with(answer, Arrays.copyOf(body, ENDLESS));
            case ETAG_CHANGED -> header(answer, "etag", "\"" + "0".repeat(64) + "\"");
            case FIRST_BIT -> with(answer, inverted(body, 0));
            case MIDDLE_BIT -> with(answer, inverted(body, middle));
            case LAST_BIT -> with(answer, inverted(body, body.length - 1));
            case OTHER_CONTENT -> with(answer, new byte[body.length]);
            default -> throw new IllegalArgumentException(harm + " needs no answer of the cloud");
        };
    }

    private static byte[] inverted(byte[] body, int at) {
        byte[] copy = body.clone();
        if (copy.length > 0) {
            copy[at] ^= 1;
        }
        return copy;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static Request withoutRange(Request request) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.remove("range");
        return new Request(request.method(), request.path(), headers, request.body(), request.cap());
    }

    private static Response redirect(String location) {
        return new Response(302, Map.of("location", location), new byte[0]);
    }

    private static Response with(Response answer, byte[] body) {
        return new Response(answer.status(), answer.headers(), body);
    }

    private static Response announced(Response answer, byte[] body, int length) {
        return header(with(answer, body), "content-length", Integer.toString(length));
    }

    private static Response header(Response answer, String name, String value) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put(name, value);
        return new Response(answer.status(), headers, answer.body());
    }
}
