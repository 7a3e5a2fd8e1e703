package dev.underpin.rig.virtual;

import dev.underpin.cloud.trust.DevelopmentKeys;
import dev.underpin.vehicle.ecu.UnitTrust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The authority that certifies testers, where it certifies control units to them (X.509, RFC 8410). */
final class UnitOffice {
    private static final X500Principal AUTHORITY = new X500Principal("CN=Underpin tester authority");
    private static final Date FROM = Date.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final Date TO = Date.from(Instant.parse("2046-01-01T00:00:00Z"));

    private UnitOffice() {}

    /** What a control unit gets at the factory. */
    static UnitTrust trust(DevelopmentKeys keys, String vin, String ecu) {
        KeyPair authority = keys.testerAuthority();
        KeyPair unit = keys.unit(vin, ecu);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                AUTHORITY,
                new BigInteger(1, (vin + ecu).getBytes(StandardCharsets.US_ASCII)),
                FROM,
                TO,
                new X500Principal("CN=%s,OU=control unit,O=%s".formatted(ecu, vin)),
                unit.getPublic());
        try {
            byte[] certificate = builder.build(new JcaContentSignerBuilder("Ed25519").build(authority.getPrivate()))
                    .getEncoded();
            return new UnitTrust(authority.getPublic(), unit.getPrivate(), certificate);
        } catch (OperatorCreationException unusable) {
            throw new IllegalStateException("the tester authority cannot sign", unusable);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
