package dev.underpin.vehicle.ecu.flash;

import java.security.PublicKey;
import java.util.Arrays;

/**
 * Checks Ed25519 signatures (RFC 8032) for the vehicle. Computed by Bouncy Castle, several times as fast as the JDK's provider: a vehicle
 * checks a dozen in each update.
 */
public final class Ed25519 {
    private static final int SIGNATURE_LENGTH = 64;
    private static final int KEY_LENGTH = 32;

    private Ed25519() {}

    /** Whether {@code signature} is that of {@code message} under {@code key}; false also when it is no signature at all. */
    public static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        byte[] encoded = key.getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - KEY_LENGTH, encoded.length);
        return signature.length == SIGNATURE_LENGTH
                && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(signature, 0, raw, 0, message, 0, message.length);
    }
}
