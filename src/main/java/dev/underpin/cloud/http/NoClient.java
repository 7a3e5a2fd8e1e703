package dev.underpin.cloud.http;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.HttpClientFactory;
import java.util.List;

/** The cloud calls nobody: WireMock, which could pass requests on, gets no HTTP client of its own, whose trust in hosts costs time to set up. */
final class NoClient implements HttpClientFactory {
    @Override
    public HttpClient buildHttpClient(
            Options options, boolean trustEverybody, List<String> trusted, boolean useSystemProperties) {
        return request -> {
            throw new IllegalStateException("the cloud calls nobody, and not " + request.getAbsoluteUrl());
        };
    }
}
