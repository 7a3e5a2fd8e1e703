package dev.underpin.cloud.http;

import dev.underpin.time.Entropy;
import dev.underpin.time.WallClock;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The certificate authority of the simulated parties: issues the cloud's certificate and one for each client, at run time. Keys are
 * ECDSA on P-256. TLS checks validity against the date on the wall, so validity is laid around that date.
 *
 * <p>Confined to one thread.
 */
public final class DevelopmentAuthority {
    static final String STORE_TYPE = "JKS";
    /** What opens the key stores; they never leave this machine. */
    public static final String STORE_PASSWORD = "development";

    /** The host that the cloud's certificate is for. */
    public static final String LOOPBACK = "localhost";

    private static final Duration VALIDITY = Duration.ofDays(2);

    private final Entropy entropy;
    private final KeyPair rootKey;
    private final X509Certificate root;
    private long serial = 1;

    /** An authority whose keys come from {@code entropy}. */
    public DevelopmentAuthority(Entropy entropy) {
        this.entropy = entropy;
        this.rootKey = keyPair("authority");
        this.root = issue(subject("Underpin development authority"), rootKey, WallClock.now(), true);
    }

    /** Client key and certificate for {@code peer}, valid now. */
    public KeyStore clientKey(Peer peer) {
        return clientKey(peer, WallClock.now());
    }

    /** Client key and certificate for {@code peer} with a validity of two days on either side of {@code around}. */
    public KeyStore clientKey(Peer peer, Instant around) {
        KeyPair key = keyPair("client " + peer.name());
        return keyStore(key, issue(subject(peer.name()), key, around, false));
    }

    /** The authority's certificate: what each side trusts. */
    public KeyStore trust() {
        try {
            KeyStore store = emptyStore();
            store.setCertificateEntry("authority", root);
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot hold the authority's certificate", e);
        }
    }

    /** A server's side of TLS with the key and certificate of {@code serverKey}, for clients with certificates of this authority. */
    public SSLContext server() {
        return TlsLinks.context(serverKey(), trust());
    }

    /** The same with a certificate for another host, with a validity of two days on either side of {@code around}. */
    public SSLContext server(String host, Instant around) {
        return TlsLinks.context(serverKey(host, around), trust());
    }

    /** The same with a certificate that nobody but its own key vouches for. */
    public SSLContext selfSigned() {
        X509Certificate own = issue(root.getSubjectX500Principal(), rootKey, WallClock.now(), true, hosts(LOOPBACK));
        return TlsLinks.context(keyStore(rootKey, own), trust());
    }

    /** A client's side of TLS with the key and certificate of {@code peer}: it believes servers with certificates of this authority. */
    public SSLContext client(Peer peer) {
        return TlsLinks.context(clientKey(peer), trust());
    }

    KeyStore serverKey() {
        return serverKey(LOOPBACK, WallClock.now());
    }

    private KeyStore serverKey(String host, Instant around) {
        KeyPair key = keyPair("server");
        return keyStore(key, issue(subject("cloud"), key, around, false, hosts(host)));
    }

    private static GeneralName[] hosts(String host) {
        GeneralName name = new GeneralName(GeneralName.dNSName, host);
        return host.equals(LOOPBACK)
                ? new GeneralName[] {new GeneralName(GeneralName.iPAddress, "127.0.0.1"), name}
                : new GeneralName[] {name};
    }

    private KeyPair keyPair(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(
                    new ECGenParameterSpec("secp256r1"), entropy.fork(name).forKeys());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no P-256", e);
        }
    }

    private X509Certificate issue(
            X500Principal subject, KeyPair key, Instant around, boolean authority, GeneralName... hosts) {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                root == null ? subject : root.getSubjectX500Principal(),
                BigInteger.valueOf(serial++),
                Date.from(around.minus(VALIDITY)),
                Date.from(around.plus(VALIDITY)),
                subject,
                key.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (hosts.length > 0) {
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(hosts));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(rootKey.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("cannot issue a certificate for " + subject, e);
        }
    }

    private KeyStore keyStore(KeyPair key, X509Certificate certificate) {
        try {
            KeyStore store = emptyStore();
            Certificate[] chain = {certificate, root};
            store.setKeyEntry("key", key.getPrivate(), STORE_PASSWORD.toCharArray(), chain);
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot hold a key", e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(STORE_TYPE);
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException("cannot make an empty key store", e);
        }
        return store;
    }

    private static X500Principal subject(String commonName) {
        return new X500Principal("CN=" + commonName);
    }
}
