package dev.underpin.cloud.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** The WireMock extension behind its one stub: finds the route of a request, lets its endpoint answer, one request at a time. */
final class Dispatch implements ResponseTransformerV2 {
    /** Carries the client's identity from the connection to here; never taken from outside. */
    static final String PEER_HEADER = "x-underpin-peer";

    private static final String NAME = "underpin-cloud";

    private final RouteTable routes;
    private final Doorkeeper doorkeeper;

    Dispatch(List<Route> routes, Doorkeeper doorkeeper) {
        this.routes = new RouteTable(routes);
        this.doorkeeper = doorkeeper;
    }

    /** The one stub: whatever is asked is answered here. */
    MappingBuilder stub() {
        return any(anyUrl()).willReturn(aResponse().withTransformers(NAME));
    }

    @Override
    public synchronized Response transform(Response response, ServeEvent event) {
        Reply reply = reply(event);
        return Response.Builder.like(response)
                .but()
                .status(reply.status())
                .headers(new HttpHeaders(reply.headers().entrySet().stream()
                        .map(header -> new HttpHeader(header.getKey(), header.getValue()))
                        .toList()))
                .body(reply.body())
                .build();
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public String getName() {
        return NAME;
    }

    private Reply reply(ServeEvent event) {
        Request request = event.getRequest();
        try {
            Route route = routes.find(request.getMethod().value(), request.getUrl())
                    .orElseThrow(() -> new ApiError(
                            404, "not-found", "nothing answers " + request.getMethod() + " " + request.getUrl()));
            ApiRequest asked = asked(route, request);
            admit(route, asked);
            return route.endpoint().answer(asked);
        } catch (ApiError refusal) {
            return refusal.reply();
        } catch (JacksonException unfit) {
            return new ApiError(400, "request-malformed", unfit.getOriginalMessage()).reply();
        }
    }

    private void admit(Route route, ApiRequest asked) {
        try {
            route.leg().admit(asked);
        } catch (ApiError refusal) {
            doorkeeper.turnedAway(asked, refusal);
            throw refusal;
        }
    }

    private static ApiRequest asked(Route route, Request request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpHeader header : request.getHeaders().all()) {
            headers.put(header.key().toLowerCase(Locale.ROOT), header.firstValue());
        }
        Peer peer = new Peer(headers.getOrDefault(PEER_HEADER, ""));
        return new ApiRequest(route, peer, request.getUrl(), headers, request.getBody());
    }
}
