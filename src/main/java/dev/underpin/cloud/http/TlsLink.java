package dev.underpin.cloud.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The way to a cloud over HTTPS; blocks the caller until the answer is there. */
final class TlsLink implements CloudLink {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Set<String> SET_BY_THE_CLIENT =
            Set.of("connection", "content-length", "expect", "host", "upgrade");

    private final String origin;
    private final HttpClient client;

    TlsLink(String origin, HttpClient client) {
        this.origin = origin;
        this.client = client;
    }

    @Override
    public CloudResponse handle(String method, String path, Map<String, String> headers, byte[] body)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(LIMIT)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach((name, value) -> {
            if (!SET_BY_THE_CLIENT.contains(name)) {
                request.header(name, value);
            }
        });
        return response(send(request.build()));
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the cloud", e);
        }
    }

    private static CloudResponse response(HttpResponse<byte[]> response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new CloudResponse(response.statusCode(), headers, response.body());
    }
}
