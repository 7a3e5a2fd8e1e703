package dev.underpin.cloud.http;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.util.stream.Stream;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.Server;

/** Builds WireMock's HTTP server so that each request carries the common name of the certificate that its connection proved. */
final class IdentifyingServerFactory implements HttpServerFactory {
    @Override
    public String getName() {
        return "underpin-mutual-tls";
    }

    @Override
    public HttpServer buildHttpServer(Options options, AdminRequestHandler administration, StubRequestHandler stubs) {
        return new Identifying(options, administration, stubs);
    }

    private static final class Identifying extends Jetty11HttpServer {
        Identifying(Options options, AdminRequestHandler administration, StubRequestHandler stubs) {
            super(options, administration, stubs);
        }

        @Override
        protected void applyAdditionalServerConfiguration(Server server, Options options) {
            super.applyAdditionalServerConfiguration(server, options);
            Stream.of(server.getConnectors())
                    .flatMap(connector -> connector.getConnectionFactories().stream())
                    .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
                    .map(factory -> ((HttpConfiguration.ConnectionFactory) factory).getHttpConfiguration())
                    .distinct()
                    .forEach(configuration -> configuration.addCustomizer(new PeerFromCertificate()));
        }
    }
}
