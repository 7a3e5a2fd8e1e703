package dev.underpin.vehicle.telematics;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/**
 * A public key of the maker that is fixed in the vehicle (Ed25519, RFC 8032).
 *
 * @param keyId the name that signatures give it
 */
public record PinnedKey(String keyId, PublicKey key) {
    /** Whether {@code signature} is this key's over {@code message}; false also when it is no signature at all. */
    public boolean signed(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
