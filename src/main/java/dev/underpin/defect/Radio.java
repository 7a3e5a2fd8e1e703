package dev.underpin.defect;

import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.telematics.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What stands between the vehicle's radio link and its cloud and changes some exchanges. */
final class Radio {
    private static final String FROM_THE_START = "bytes=0-";

    private Radio() {}

    /** A vehicle that gets the bodies of the answers to {@code method} and {@code path}, a pattern, changed, and always as a success. */
    static Fitting answering(String method, String path, UnaryOperator<String> change) {
        return of(real -> request -> {
            HttpExchange.Response answer = real.exchange(request);
            if (!request.method().equals(method) || !request.path().matches(path)) {
                return answer;
            }
            String body = change.apply(new String(answer.body(), StandardCharsets.UTF_8));
            return new HttpExchange.Response(200, answer.headers(), body.getBytes(StandardCharsets.UTF_8));
        });
    }

    /** A vehicle whose requests to {@code path}, a pattern, never reach the cloud. */
    static Fitting losing(String path) {
        return of(real -> request -> {
            if (request.path().matches(path)) {
                throw new HttpExchange.ExchangeFailed("lost on the way");
            }
            return real.exchange(request);
        });
    }

    /** A vehicle that does not go on with what has come of what is at {@code path}, a pattern: it fetches all of it again. */
    static Fitting beginningAnew(String path) {
        return of(real -> request -> {
            boolean further = request.path().matches(path)
                    && !request.headers().getOrDefault("range", FROM_THE_START).startsWith(FROM_THE_START);
            return real.exchange(further ? whole(request) : request);
        });
    }

    private static HttpExchange.Request whole(HttpExchange.Request request) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.remove("range");
        return new HttpExchange.Request(request.method(), request.path(), headers, request.body(), request.cap());
    }

    /** A vehicle whose requests to {@code path}, a pattern, reach the cloud with another body. */
    static Fitting sending(String path, UnaryOperator<String> change) {
        return of(real -> request -> {
            if (!request.path().matches(path)) {
                return real.exchange(request);
            }
            String body = change.apply(new String(request.body(), StandardCharsets.UTF_8));
            return real.exchange(new HttpExchange.Request(
                    request.method(), request.path(), request.headers(), body.getBytes(StandardCharsets.UTF_8)));
        });
    }

    private static Fitting of(UnaryOperator<HttpExchange> decorator) {
        return new Fitting() {
            @Override
            public HttpExchange exchange(HttpExchange exchange) {
                return decorator.apply(exchange);
            }
        };
    }
}
