package dev.underpin.cloud.http;

import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The ways to a cloud over HTTPS: one JDK HTTP client with its own certificate for each peer. */
final class TlsLinks implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private final String origin;
    private final DevelopmentAuthority authority;
    private final Map<Peer, HttpClient> clients = new LinkedHashMap<>();

    TlsLinks(String origin, DevelopmentAuthority authority) {
        this.origin = origin;
        this.authority = authority;
    }

    synchronized CloudLink link(Peer peer) {
        HttpClient client = clients.computeIfAbsent(
                peer, unknown -> client(context(authority.clientKey(unknown), authority.trust())));
        return new TlsLink(origin, client);
    }

    @Override
    public synchronized void close() {
        clients.values().forEach(HttpClient::shutdownNow);
        clients.values().forEach(HttpClient::close);
    }

    /** A client that presents {@code key} and believes servers that {@code trust} vouches for. */
    static HttpClient client(SSLContext context) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_LIMIT)
                .sslContext(context)
                .build();
    }

    static SSLContext context(KeyStore key, KeyStore trust) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(key, DevelopmentAuthority.STORE_PASSWORD.toCharArray());
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(trust);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot set up TLS", e);
        }
    }
}
