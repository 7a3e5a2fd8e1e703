package dev.underpin.vehicle.ecu;

import dev.underpin.time.Entropy;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that certifies testers, with one tester's key. */
final class TesterCertificatesOffice {
    final KeyPair tester;

    final KeyPair unit;
    private final KeyPair authority;
    private X500Principal issuer = TesterCertificates.AUTHORITY;
    private Instant from = Instant.parse("2026-01-01T00:00:00Z");
    private Instant to = Instant.parse("2027-01-01T00:00:00Z");
    private boolean forAuthority;

    TesterCertificatesOffice(long seed) {
        authority = keyPair(new Entropy(seed).fork("authority"));
        tester = keyPair(new Entropy(seed).fork("tester"));
        unit = keyPair(new Entropy(seed).fork("unit"));
    }

    PublicKey authority() {
        return authority.getPublic();
    }

    /** What a control unit gets: the authority, a key of its own and a certificate for it. */
    UnitTrust trust(String ecu) {
        return new UnitTrust(authority.getPublic(), unit.getPrivate(), certificate(1, "CN=" + ecu, unit.getPublic()));
    }

    TesterCertificatesOffice named(String name) {
        issuer = new X500Principal(name);
        return this;
    }

    TesterCertificatesOffice valid(String first, String last) {
        from = Instant.parse(first);
        to = Instant.parse(last);
        return this;
    }

    TesterCertificatesOffice forAuthorities() {
        forAuthority = true;
        return this;
    }

    /** A certificate for the tester, encoded (DER). */
    byte[] certificate(int serial, String subject) {
        return certificate(serial, subject, tester.getPublic());
    }

    private byte[] certificate(int serial, String subject, PublicKey key) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(serial),
                    Date.from(from),
                    Date.from(to),
                    new X500Principal(subject),
                    key);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(forAuthority));
            return builder.build(new JcaContentSignerBuilder("Ed25519").build(authority.getPrivate()))
                    .getEncoded();
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The tester's proof that it answers {@code challenge}. */
    byte[] proof(byte[] challenge) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(tester.getPrivate());
            signature.update(challenge);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keyPair(Entropy entropy) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, entropy.forKeys());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
