package dev.underpin.defect;

import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.telematics.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** What stands between the vehicle's radio link and its cloud and changes some exchanges. */
final class Radio {
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

    /** A vehicle that asks for no part of what is at {@code path}, a pattern, again: what was lost on the way stays lost. */
    static Fitting askingOnce(String path) {
        return of(real -> {
            Set<String> asked = ConcurrentHashMap.newKeySet();
            return request -> {
                boolean again = request.path().matches(path)
                        && !asked.add(request.path() + request.headers().get("range"));
                if (again) {
                    throw new HttpExchange.ExchangeFailed("not asked for again");
                }
                return real.exchange(request);
            };
        });
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
