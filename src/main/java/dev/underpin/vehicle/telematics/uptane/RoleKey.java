package dev.underpin.vehicle.telematics.uptane;

import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A public key that Root names (Ed25519, RFC 8032).
 *
 * @param keyId the name that signatures give it
 * @param hex its 32 bytes in hexadecimal: two names of the same bytes are one key
 */
record RoleKey(String keyId, String hex) {
    /** Whether {@code signature} is this key's over {@code message}; false also when it is no signature at all. */
    boolean signed(byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, HexFormat.of().parseHex(hex), 0, message, 0, message.length);
    }

    /** Whether {@code hex} is the form of such a key. */
    static boolean wellFormed(String hex) {
        return hex.matches("[0-9a-f]{64}");
    }
}
