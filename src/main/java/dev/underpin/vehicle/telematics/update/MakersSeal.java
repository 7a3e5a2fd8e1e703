package dev.underpin.vehicle.telematics.update;

import dev.underpin.signature.Ed25519;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
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
            byte[] seal = Arrays.copyOfRange(file, file.length - SIGNATURE, file.length);
            return Ed25519.verifies(maker, digest.digest(), seal);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", absent);
        }
    }
}
