package dev.underpin.vehicle.telematics;

import dev.underpin.vehicle.telematics.HttpExchange.Response;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What is read of an answer: as many bytes of the body as {@code content-length} says (RFC 9110, 8.6), and never more than one beyond
 * the cap of the request.
 *
 * @param missing bytes that were announced and did not come
 */
record Arrival(Response response, long missing) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    static Arrival of(Response sent, int cap) {
        long announced = announced(sent);
        long length = Math.min(announced, Math.min(sent.body().length, cap + 1L));
        long missing = announced == Long.MAX_VALUE ? 0 : Math.max(0, Math.min(announced, cap + 1L) - length);
        return new Arrival(
                length == sent.body().length
                        ? sent
                        : new Response(sent.status(), sent.headers(), Arrays.copyOf(sent.body(), (int) length)),
                missing);
    }

    private static long announced(Response sent) {
        String text = sent.headers().getOrDefault("content-length", "");
        return NUMBER.matcher(text).matches() ? Long.parseLong(text) : Long.MAX_VALUE;
    }
}
