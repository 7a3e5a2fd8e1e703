package dev.underpin.cli;

import dev.underpin.cloud.http.DevelopmentAuthority;
import dev.underpin.cloud.http.Peer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;

/** What a tester needs for TLS, as PEM files: {@code tester.pem}, its key and certificate, and {@code authority.pem}, whom to trust. */
final class TesterKeys {
    private static final int LINE = 64;

    private TesterKeys() {}

    /** Writes them into {@code folder}, which is made. */
    static void write(Path folder, DevelopmentAuthority authority) throws IOException {
        try {
            KeyStore tester = authority.clientKey(new Peer("tester"));
            Key key = tester.getKey("key", DevelopmentAuthority.STORE_PASSWORD.toCharArray());
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("tester.pem"),
                    pem("PRIVATE KEY", key.getEncoded())
                            + pem("CERTIFICATE", tester.getCertificate("key").getEncoded()));
            Files.writeString(
                    folder.resolve("authority.pem"),
                    pem(
                            "CERTIFICATE",
                            authority.trust().getCertificate("authority").getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot write the tester's keys", impossible);
        }
    }

    private static String pem(String what, byte[] encoded) {
        String text = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, text);
    }
}
