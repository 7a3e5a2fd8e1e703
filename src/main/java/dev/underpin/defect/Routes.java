package dev.underpin.defect;

import dev.underpin.cloud.Seams;
import dev.underpin.cloud.http.ApiError;
import dev.underpin.cloud.http.ApiRequest;
import dev.underpin.cloud.http.Endpoint;
import dev.underpin.cloud.http.Reply;
import dev.underpin.cloud.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Clouds that answer some requests otherwise than they should. */
final class Routes {
    private Routes() {}

    /** A cloud whose replies to {@code method} and {@code template}, a pattern, are changed. */
    static Seams replying(String method, String template, UnaryOperator<Reply> change) {
        return answering(method, template, real -> request -> change.apply(real.answer(request)));
    }

    /** A cloud the bodies of whose replies to {@code method} and {@code template}, a pattern, are changed; refusals stay. */
    static Seams telling(String method, String template, UnaryOperator<String> change) {
        return replying(method, template, reply -> {
            String body = new String(reply.body(), StandardCharsets.UTF_8);
            return new Reply(reply.status(), reply.headers(), change.apply(body).getBytes(StandardCharsets.UTF_8));
        });
    }

    /** A cloud that answers {@code method} and {@code template}, a pattern, always with an error. */
    static Seams refusing(String method, String template, int status, String code) {
        return answering(method, template, real -> request -> {
            throw new ApiError(status, code, "for no reason");
        });
    }

    /** A cloud that says yes to {@code method} and {@code template}, a pattern, and does nothing. */
    static Seams ignoring(String method, String template, int status, String body) {
        return answering(
                method, template, real -> request -> Reply.json(status, body.getBytes(StandardCharsets.UTF_8)));
    }

    /** A cloud that does what {@code method} and {@code template}, a pattern, ask for twice. */
    static Seams twice(String method, String template) {
        return answering(method, template, real -> request -> {
            real.answer(request);
            return real.answer(request);
        });
    }

    /** A cloud that answers {@code method} and {@code template}, a pattern, in its own way. */
    static Seams answering(String method, String template, UnaryOperator<Endpoint> change) {
        return Seams.standard()
                .withRoutes(route ->
                        route.method().equals(method) && route.template().matches(template)
                                ? new Route(route.leg(), method, route.template(), change.apply(route.endpoint()))
                                : route);
    }

    /** The number of the first byte that the request wants of an image. */
    static long from(ApiRequest request) {
        String range = request.header("range").orElse("bytes=0-");
        return Long.parseLong(range.substring("bytes=".length(), range.indexOf('-')));
    }
}
