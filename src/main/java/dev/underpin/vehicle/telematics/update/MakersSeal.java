package dev.underpin.vehicle.telematics.update;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.function.Predicate;

/**
 * Whether an image file ends with the maker's Ed25519 signature (RFC 8032, 64 bytes) over the SHA-256 of all before it. The boot loader
 * checks that too, but only when the old software is erased.
 */
public record MakersSeal(PublicKey maker) implements Predicate<byte[]> {
    private static final int SIGNATURE = 64;

    @Override
    public boolean test(byte[] file) {
        if (file.length <= SIGNATURE) {
            return false;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(file, 0, file.length - SIGNATURE);
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(maker);
            signature.update(digest.digest());
            return signature.verify(file, file.length - SIGNATURE, SIGNATURE);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java runtime lacks Ed25519 or SHA-256", absent);
        }
    }
}
