package dev.underpin.rig.virtual;

import dev.underpin.fault.AnswerHarm;
import dev.underpin.vehicle.telematics.HttpExchange;
import dev.underpin.vehicle.telematics.HttpExchange.ExchangeFailed;
import dev.underpin.vehicle.telematics.HttpExchange.Request;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Spoils answers on their way from the cloud to the vehicle; knows nothing of what they mean. */
final class AnswerSpoiler {
    private static final int ENDLESS = 16 << 20;
    private static final int SWOLLEN_MIB = 64;
    private static final String PORTAL = "<html><body>Welcome. Accept the terms to go on.</body></html>";

    /** The head of a delta (RFC 3284) and nothing that it could be applied to. */
    private static final byte[] DELTA = {(byte) 0xD6, (byte) 0xC3, (byte) 0xC4, 0, 0};

    private static final byte[] BOMB = bomb();

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
            case DELTA -> header(new Response(226, answer.headers(), DELTA), "im", "vcdiff");
            case ENCIPHERED -> with(answer, enciphered(body));
            case BOMB -> header(with(answer, BOMB), "content-encoding", "gzip");
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

    /** A stream cipher with the key of somebody else: a key stream of one byte is enough for who has not got it. */
    private static byte[] enciphered(byte[] body) {
        byte[] copy = body.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] ^= (byte) (0x5A + i * 31);
        }
        return copy;
    }

    private static byte[] bomb() {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < SWOLLEN_MIB; i++) {
                gzip.write(nothing);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("a stream in memory failed", impossible);
        }
        return small.toByteArray();
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
