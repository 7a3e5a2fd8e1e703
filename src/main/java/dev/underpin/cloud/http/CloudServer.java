package dev.underpin.cloud.http;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.direct.DirectCallHttpServer;
import com.github.tomakehurst.wiremock.direct.DirectCallHttpServerFactory;
import java.io.IOException;
import java.util.List;

/**
 * The cloud's front on WireMock: its one stub hands every request to an extension, which finds the
 * {@link Route} and answers from our services.
 *
 * <p>Without sockets a request is a method call; over HTTPS it goes through TLS 1.3 on the loopback interface with certificates on
 * both sides. Either way the services run one request at a time. The answers are the same.
 *
 * <p>Owned by the one that opened it, who closes it. Links may be used from any thread; those without sockets answer on the
 * caller's thread.
 */
public final class CloudServer implements AutoCloseable {
    private final WireMockServer server;
    private final Links links;
    private final AutoCloseable resources;

    private CloudServer(WireMockServer server, Links links, AutoCloseable resources) {
        this.server = server;
        this.links = links;
        this.resources = resources;
    }

    /** A cloud without sockets. */
    public static CloudServer withoutSockets(List<Route> routes, Doorkeeper doorkeeper) {
        DirectCallHttpServerFactory factory = new DirectCallHttpServerFactory();
        WireMockServer server = started(options().httpServerFactory(factory), routes, doorkeeper);
        DirectCallHttpServer calls = factory.getHttpServer();
        return new CloudServer(server, peer -> new DirectLink(calls, peer), () -> {});
    }

    /**
     * A cloud on the loopback interface, at a free port, that talks only TLS and only to clients whose certificate
     * {@code authority} issued.
     *
     * @throws IOException when the key stores cannot be written
     */
    public static CloudServer overHttps(List<Route> routes, Doorkeeper doorkeeper, DevelopmentAuthority authority)
            throws IOException {
        KeyStoreFiles files = KeyStoreFiles.write(authority);
        WireMockServer server =
                started(files.applyTo(options()).httpServerFactory(new IdentifyingServerFactory()), routes, doorkeeper);
        TlsLinks links = new TlsLinks("https://127.0.0.1:" + server.httpsPort(), authority);
        return new CloudServer(server, links::link, () -> {
            links.close();
            files.close();
        });
    }

    /** The way to this cloud for {@code peer}. */
    public CloudLink link(Peer peer) {
        return links.link(peer);
    }

    /** The port of the HTTPS front; only over HTTPS. */
    public int port() {
        return server.httpsPort();
    }

    @Override
    public void close() {
        try {
            resources.close();
        } catch (Exception e) {
            throw new IllegalStateException("the cloud's links did not close", e);
        } finally {
            server.stop();
        }
    }

    private static WireMockServer started(WireMockConfiguration options, List<Route> routes, Doorkeeper doorkeeper) {
        Dispatch dispatch = new Dispatch(routes, doorkeeper);
        WireMockServer server = new WireMockServer(options.extensions(dispatch));
        server.stubFor(dispatch.stub());
        server.start();
        return server;
    }

    private static WireMockConfiguration options() {
        return WireMockConfiguration.wireMockConfig()
                .httpDisabled(true)
                .disableRequestJournal()
                .maxLoggedResponseSize(0)
                .extensionScanningEnabled(false)
                .httpClientFactory(new NoClient())
                .templatingEnabled(false)
                .gzipDisabled(true)
                .stubRequestLoggingDisabled(true)
                .adminAuthenticator(request -> false)
                .mappingSource(new NoMappings())
                .notifier(new Complaints());
    }

    private interface Links {
        CloudLink link(Peer peer);
    }
}
