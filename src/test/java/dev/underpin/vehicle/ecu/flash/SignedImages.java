package dev.underpin.vehicle.ecu.flash;

import dev.underpin.time.Entropy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;

/** Signs images as the maker does, by the layout alone. */
public final class SignedImages {
    private static final int SIGNATURE = 64;
    private static final String HEADER =
            "{'ecu':'%s','hardware':'%s','version':'%s','releaseCounter':%d,'length':%d,'purpose':'test'}"
                    .replace('\'', '"');

    private final KeyPair keys;

    public SignedImages(long seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new Entropy(seed).forKeys());
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    public PublicKey publicKey() {
        return keys.getPublic();
    }

    /** An image of {@code payload} bytes for an ECU, on hardware {@code <ecu>-H1}. */
    public byte[] image(String ecu, String version, long releaseCounter, int payload) {
        return image(ecu, ecu + "-H1", version, releaseCounter, payload);
    }

    public byte[] image(String ecu, String hardware, String version, long releaseCounter, int payload) {
        byte[] header = HEADER.formatted(ecu, hardware, version, releaseCounter, payload)
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffer image = ByteBuffer.allocate(6 + header.length + payload + SIGNATURE)
                .put("UPI1".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) header.length)
                .put(header)
                .put(new Entropy(releaseCounter).fork(ecu).bytes(payload));
        return image.put(signature(image.array(), image.position())).array();
    }

    private byte[] signature(byte[] image, int length) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(image, 0, length);
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(keys.getPrivate());
            signer.update(sha.digest());
            return signer.sign();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
