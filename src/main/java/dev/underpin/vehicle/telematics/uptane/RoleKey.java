package dev.underpin.vehicle.telematics.uptane;

import dev.underpin.signature.Ed25519;
import java.util.HexFormat;

/**
 * A public key that Root names (Ed25519, RFC 8032).
 *
 * @param keyId the name that signatures give it
 * @param hex its 32 bytes in hexadecimal: two names of the same bytes are one key
 */
record RoleKey(String keyId, String hex) {
    /** Whether {@code signature} is this key's over {@code message}; false also when it is no signature at all. */
    boolean signed(byte[] message, byte[] signature) {
        return Ed25519.verifiesUnder(HexFormat.of().parseHex(hex), message, signature);
    }

    /** Whether {@code hex} is the form of such a key. */
    static boolean wellFormed(String hex) {
        return hex.matches("[0-9a-f]{64}");
    }
}
