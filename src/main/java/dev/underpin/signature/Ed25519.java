package dev.underpin.signature;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Ed25519 signatures (RFC 8032): 64 bytes, the same for the same key and message. Keys may be of any provider, in the encodings of RFC 8410.
 *
 * <p>Every request of a vehicle carries one, and an update a hundred: they are computed by the fastest provider that works on this machine,
 * see {@link Provision}. Threading: any.
 */
public final class Ed25519 {
    public static final int SIGNATURE_LENGTH = 64;
    public static final int KEY_LENGTH = 32;

    private static final byte[] PUBLIC_KEY_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final Provision PROVISION = Provision.fastest();

    private Ed25519() {}

    /** The signature of {@code message}. */
    public static byte[] sign(PrivateKey key, byte[] message) {
        return PROVISION.sign(key, message);
    }

    /** Whether {@code signature} is that of {@code message} under {@code key}; false also when it is no signature at all. */
    public static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        return verifies(key.getEncoded(), message, signature);
    }

    /** The same under the 32 bytes of a public key. */
    public static boolean verifiesUnder(byte[] publicKey, byte[] message, byte[] signature) {
        byte[] encoded = Arrays.copyOf(PUBLIC_KEY_HEAD, PUBLIC_KEY_HEAD.length + KEY_LENGTH);
        System.arraycopy(publicKey, 0, encoded, PUBLIC_KEY_HEAD.length, KEY_LENGTH);
        return verifies(encoded, message, signature);
    }

    /** The 32 bytes of a public key. */
    public static byte[] publicKey(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - KEY_LENGTH, encoded.length);
    }

    /** What computes them, for a library that signs for us. */
    static Provision provision() {
        return PROVISION;
    }

    private static boolean verifies(byte[] encodedKey, byte[] message, byte[] signature) {
        return signature.length == SIGNATURE_LENGTH && PROVISION.verifies(encodedKey, message, signature);
    }
}
