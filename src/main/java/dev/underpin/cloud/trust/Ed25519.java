package dev.underpin.cloud.trust;

import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Arrays;

/**
 * Ed25519 signatures (RFC 8032): 64 bytes, the same for the same key and message. Computed by Bouncy Castle, several times as fast as
 * the JDK's provider, because every request of a vehicle carries one.
 */
public final class Ed25519 {
    public static final int SIGNATURE_LENGTH = 64;

    private static final int KEY_LENGTH = 32;

    private Ed25519() {}

    /** The signature of {@code message}. */
    public static byte[] sign(KeyPair key, byte[] message) {
        byte[] signature = new byte[SIGNATURE_LENGTH];
        byte[] secret = raw(key.getPrivate().getEncoded());
        org.bouncycastle.math.ec.rfc8032.Ed25519.sign(
                secret, 0, publicKey(key.getPublic()), 0, message, 0, message.length, signature, 0);
        return signature;
    }

    /** Whether {@code signature} is the signature of {@code message} under {@code key}; false also for malformed ones. */
    public static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        return signature.length == SIGNATURE_LENGTH
                && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
                        signature, 0, raw(key.getEncoded()), 0, message, 0, message.length);
    }

    /** The 32 bytes of a public key. */
    public static byte[] publicKey(PublicKey key) {
        return raw(key.getEncoded());
    }

    /** The key itself: the last 32 bytes of its PKCS #8 or X.509 encoding (RFC 8410). */
    private static byte[] raw(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - KEY_LENGTH, encoded.length);
    }
}
