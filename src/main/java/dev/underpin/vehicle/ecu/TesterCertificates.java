package dev.underpin.vehicle.ecu;

import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.server.Authentication;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;

/**
 * Certificates of testers (X.509, Ed25519), issued by {@link #AUTHORITY}: the organizational unit of the subject names the role, its
 * organization the control unit that the certificate is good for, or {@code ALL}. The proof of ownership is a signature of the
 * challenge. Serial numbers that are kept as revoked are refused. One certificate can be left for challenge and
 * response; it is judged anew each time.
 */
final class TesterCertificates implements Authentication {
    /** Name of the authority that certifies testers. */
    static final X500Principal AUTHORITY = new X500Principal("CN=Underpin tester authority");

    /** Where the serial numbers of revoked certificates are kept, divided by commas. */
    static final String REVOKED = "certificates.revoked";

    /** Purpose of a certificate that is left with the control unit: its holder answers challenges from then on. */
    static final int FOR_CHALLENGES = 0x0001;

    /** Object identifier 1.3.101.112 (RFC 8410), encoded and padded to 16 bytes. */
    private static final byte[] ED25519 = Arrays.copyOf(new byte[] {0x06, 0x03, 0x2B, 0x65, 0x70}, 16);

    private static final String KEPT = "certificates.kept";
    private static final int CHALLENGE_BYTES = 32;
    private static final String EVERY_UNIT = "ALL";

    private final String ecu;
    private final UnitTrust trust;
    private final List<String> roles;
    private final Calendar calendar;
    private final Entropy entropy;
    private final NonVolatile storage;

    TesterCertificates(
            String ecu, UnitTrust trust, List<String> roles, Calendar calendar, Entropy entropy, NonVolatile storage) {
        this.ecu = ecu;
        this.trust = trust;
        this.roles = List.copyOf(roles);
        this.calendar = calendar;
        this.entropy = entropy;
        this.storage = storage;
    }

    @Override
    public Certified judge(byte[] certificate) {
        X509Certificate tester = parsed(certificate);
        NegativeResponse.unless(tester.getBasicConstraints() < 0, Nrc.CERTIFICATE_TYPE);
        NegativeResponse.unless(AUTHORITY.equals(tester.getIssuerX500Principal()), Nrc.CERTIFICATE_CHAIN);
        NegativeResponse.unless(isSigned(tester), Nrc.CERTIFICATE_SIGNATURE);
        NegativeResponse.unless(isCurrent(tester), Nrc.CERTIFICATE_TIME);
        NegativeResponse.unless(!isRevoked(tester), Nrc.CERTIFICATE_REVOKED);
        String role = subject(tester, BCStyle.OU);
        String scope = subject(tester, BCStyle.O);
        NegativeResponse.unless(!role.isEmpty() && !scope.isEmpty(), Nrc.CERTIFICATE_CONTENT);
        NegativeResponse.unless(scope.equals(ecu) || scope.equals(EVERY_UNIT), Nrc.CERTIFICATE_SCOPE);
        return new Certified(tester.getPublicKey(), role);
    }

    @Override
    public byte[] challenge() {
        return entropy.bytes(CHALLENGE_BYTES);
    }

    @Override
    public boolean proves(Certified tester, byte[] challenge, byte[] proof) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(tester.key());
            signature.update(challenge);
            return signature.verify(proof);
        } catch (GeneralSecurityException foreign) {
            return false;
        }
    }

    @Override
    public byte[] certificate() {
        return trust.certificate().clone();
    }

    @Override
    public byte[] prove(byte[] challenge) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(trust.key());
            signature.update(challenge);
            return signature.sign();
        } catch (GeneralSecurityException unusable) {
            throw new NegativeResponse(Nrc.CHALLENGE);
        }
    }

    @Override
    public byte[] algorithm() {
        return ED25519.clone();
    }

    @Override
    public void keep(int purpose, byte[] certificate) {
        judge(certificate);
        NegativeResponse.unless(purpose == FOR_CHALLENGES, Nrc.CERTIFICATE_CONTENT);
        storage.put(KEPT, HexFormat.of().formatHex(certificate));
    }

    @Override
    public @Nullable Certified kept() {
        return storage.get(KEPT).map(HexFormat.of()::parseHex).map(this::judge).orElse(null);
    }

    @Override
    public Nrc grants(String role) {
        return roles.contains(role) ? Nrc.POSITIVE : Nrc.ACCESS_RIGHTS;
    }

    private static X509Certificate parsed(byte[] certificate) {
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(certificate);
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (CertificateException garbled) {
            throw new NegativeResponse(Nrc.CERTIFICATE_FORMAT);
        }
    }

    private boolean isSigned(X509Certificate tester) {
        try {
            tester.verify(trust.authority());
            return true;
        } catch (GeneralSecurityException foreign) {
            return false;
        }
    }

    private boolean isCurrent(X509Certificate tester) {
        try {
            tester.checkValidity(Date.from(calendar.utc()));
            return true;
        } catch (CertificateException outOfTime) {
            return false;
        }
    }

    private boolean isRevoked(X509Certificate tester) {
        List<String> revoked = Arrays.asList(storage.get(REVOKED).orElse("").split(","));
        return revoked.contains(tester.getSerialNumber().toString());
    }

    private static String subject(X509Certificate tester, ASN1ObjectIdentifier attribute) {
        X500Name name = X500Name.getInstance(tester.getSubjectX500Principal().getEncoded());
        Optional<RDN> first = Arrays.stream(name.getRDNs(attribute)).findFirst();
        return first.map(rdn -> rdn.getFirst().getValue().toString()).orElse("");
    }
}
