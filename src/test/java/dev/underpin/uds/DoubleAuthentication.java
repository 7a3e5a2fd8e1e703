package dev.underpin.uds;

import dev.underpin.uds.server.Authentication;
import java.security.PublicKey;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Certificates of the ECU double: the code of their flaw or 00, then 01 for a role that it does not know; a proof repeats the challenge. */
record DoubleAuthentication(Extras extras) implements Authentication {
    @Override
    public Certified judge(byte[] certificate) {
        Nrc flaw = Nrc.of(certificate[0]);
        boolean certificates = flaw != null && flaw.name().startsWith("CERTIFICATE");
        NegativeResponse.unlessPositive(certificates || flaw == Nrc.POSITIVE ? flaw : Nrc.CERTIFICATE_FORMAT);
        return new Certified(new NoKey(), certificate.length > 1 ? "stranger" : "workshop");
    }

    @Override
    public byte[] challenge() {
        return new byte[] {0x0C, 0x0D};
    }

    @Override
    public boolean proves(Certified tester, byte[] challenge, byte[] proof) {
        return Arrays.equals(challenge, proof);
    }

    @Override
    public byte[] certificate() {
        return new byte[] {0x3C};
    }

    @Override
    public byte[] prove(byte[] challenge) {
        NegativeResponse.unless(challenge[0] != 0, Nrc.CHALLENGE);
        return new byte[] {challenge[challenge.length - 1]};
    }

    @Override
    public byte[] algorithm() {
        return Arrays.copyOf(new byte[] {0x06, 0x01}, 16);
    }

    @Override
    public void keep(int purpose, byte[] certificate) {
        judge(certificate);
        NegativeResponse.unless(purpose == 1, Nrc.CERTIFICATE_CONTENT);
        extras.keptCertificate = certificate.clone();
    }

    @Override
    public @Nullable Certified kept() {
        return extras.keptCertificate == null ? null : judge(extras.keptCertificate);
    }

    @Override
    public Nrc grants(String role) {
        return role.equals("workshop") ? Nrc.POSITIVE : Nrc.ACCESS_RIGHTS;
    }

    private static final class NoKey implements PublicKey {
        private static final long serialVersionUID = 1L;

        @Override
        public String getAlgorithm() {
            return "none";
        }

        @Override
        public String getFormat() {
            return "none";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }
}
