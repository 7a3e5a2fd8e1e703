package dev.underpin.rig.recorder;

import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.time.Nanos;
import dev.underpin.vehicle.telematics.CloudTrouble;
import dev.underpin.vehicle.telematics.HttpExchange;
import dev.underpin.vehicle.telematics.HttpExchange.ExchangeFailed;
import dev.underpin.vehicle.telematics.HttpExchange.Request;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import dev.underpin.vehicle.telematics.UplinkListener;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Writes HTTP exchanges: of the vehicle at its radio link, of the app and the support desk at their end. Secrets are blanked. */
public final class HttpRecorder implements UplinkListener {
    private static final Pattern SECRET = Pattern.compile("(\"(?:token|proof|sig|nonce|jti)\"\\s*:\\s*)\"[^\"]*\"");

    private final Pen pen;
    private final IdentityHashMap<Request, Long> underWay = new IdentityHashMap<>();

    public HttpRecorder(Pen pen) {
        this.pen = pen;
    }

    @Override
    public void began(Request request) {
        underWay.put(request, pen.scheduler().now());
    }

    @Override
    public void answered(String carried, Request request, Response response) {
        write("vehicle", request, response, crc(response));
    }

    @Override
    public void failed(String carried, Request request, CloudTrouble.LinkFailed why) {
        write("vehicle", request, why.reason() + ": " + why.getMessage());
    }

    /** {@code exchange} with every exchange written down as of {@code leg}. */
    public HttpExchange on(String leg, HttpExchange exchange) {
        return request -> {
            try {
                Response response = exchange.exchange(request);
                write(leg, request, response, null);
                return response;
            } catch (ExchangeFailed failure) {
                write(leg, request, String.valueOf(failure.getMessage()));
                throw failure;
            }
        };
    }

    /** {@code cloud} with every answer written down as it leaves the cloud. */
    public HttpExchange atCloud(HttpExchange cloud) {
        return request -> {
            Response response = cloud.exchange(request);
            pen.write(
                    Kind.ANSWER,
                    "cloud",
                    Fields.of("path", request.path())
                            .and("status", response.status())
                            .and("bytes", response.body().length)
                            .and("crc", crc(response)));
            return response;
        };
    }

    private void write(String leg, Request request, Response response, @Nullable String crc) {
        pen.write(
                Kind.HTTP,
                leg,
                head(leg, request)
                        .and("status", response.status())
                        .and("request", json(request.body()))
                        .and("response", json(response.body()))
                        .and("bytes", response.body().length)
                        .and("crc", crc));
    }

    private static String crc(Response response) {
        CRC32 crc = new CRC32();
        crc.update((response.status() + response.headers().getOrDefault("etag", "")).getBytes(StandardCharsets.UTF_8));
        crc.update(response.body());
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private void write(String leg, Request request, String error) {
        pen.write(
                Kind.HTTP,
                leg,
                head(leg, request).and("request", json(request.body())).and("error", error));
    }

    private Fields head(String leg, Request request) {
        Long since = underWay.remove(request);
        return Fields.of("leg", leg)
                .and("method", request.method())
                .and("path", request.path())
                .and("range", request.headers().get("range"))
                .and("millis", since == null ? null : (pen.scheduler().now() - since) / Nanos.MILLISECOND);
    }

    private static @Nullable String json(byte[] body) {
        if (body.length == 0 || (body[0] != '{' && body[0] != '[')) {
            return null;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return SECRET.matcher(text).replaceAll("$1\"...\"");
    }
}
