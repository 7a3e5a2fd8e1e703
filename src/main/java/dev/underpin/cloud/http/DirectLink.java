package dev.underpin.cloud.http;

import com.github.tomakehurst.wiremock.direct.DirectCallHttpServer;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.ImmutableRequest;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The way to a cloud without sockets: a method call, on the caller's thread. */
final class DirectLink implements CloudLink {
    private static final String ORIGIN = "https://cloud.invalid";

    private final DirectCallHttpServer server;
    private final Peer peer;

    DirectLink(DirectCallHttpServer server, Peer peer) {
        this.server = server;
        this.peer = peer;
    }

    @Override
    public CloudResponse handle(String method, String path, Map<String, String> headers, byte[] body) {
        try {
            URLDecoder.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            Reply refusal = new ApiError(400, "request-malformed", "not percent-encoded: " + path).reply();
            return new CloudResponse(refusal.status(), refusal.headers(), refusal.body());
        }
        ImmutableRequest.Builder request = ImmutableRequest.create()
                .withAbsoluteUrl(ORIGIN + path)
                .withMethod(RequestMethod.fromString(method))
                .withProtocol("HTTP/1.1")
                .withClientIp("127.0.0.1")
                .withBody(body);
        headers.forEach(request::withHeader);
        request.withHeader(Dispatch.PEER_HEADER, peer.name());
        return response(server.stubRequest(request.build()));
    }

    private static CloudResponse response(Response response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpHeader header : response.getHeaders().all()) {
            headers.put(header.key().toLowerCase(Locale.ROOT), header.firstValue());
        }
        return new CloudResponse(response.getStatus(), headers, response.getBody());
    }
}
