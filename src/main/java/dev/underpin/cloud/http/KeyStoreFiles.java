package dev.underpin.cloud.http;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** The server's key and the trusted authority as files, the only form that WireMock takes them in; deleted on closing. */
final class KeyStoreFiles implements AutoCloseable {
    private final Path folder;

    private KeyStoreFiles(Path folder) {
        this.folder = folder;
    }

    static KeyStoreFiles write(DevelopmentAuthority authority) throws IOException {
        KeyStoreFiles files = new KeyStoreFiles(Files.createTempDirectory("underpin-cloud"));
        store(authority.serverKey(), files.key());
        store(authority.trust(), files.trust());
        return files;
    }

    WireMockConfiguration applyTo(WireMockConfiguration options) {
        return options.dynamicHttpsPort()
                .bindAddress("127.0.0.1")
                .http2TlsDisabled(true)
                .needClientAuth(true)
                .keystoreType(DevelopmentAuthority.STORE_TYPE)
                .keystorePath(key().toString())
                .keystorePassword(DevelopmentAuthority.STORE_PASSWORD)
                .keyManagerPassword(DevelopmentAuthority.STORE_PASSWORD)
                .trustStoreType(DevelopmentAuthority.STORE_TYPE)
                .trustStorePath(trust().toString())
                .trustStorePassword(DevelopmentAuthority.STORE_PASSWORD);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(key());
        Files.deleteIfExists(trust());
        Files.deleteIfExists(folder);
    }

    private Path key() {
        return folder.resolve("server.keys");
    }

    private Path trust() {
        return folder.resolve("trusted.keys");
    }

    private static void store(KeyStore keys, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            keys.store(out, DevelopmentAuthority.STORE_PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot write the key store " + file, e);
        }
    }
}
