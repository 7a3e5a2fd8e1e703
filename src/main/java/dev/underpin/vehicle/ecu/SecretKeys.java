package dev.underpin.vehicle.ecu;

import dev.underpin.time.Entropy;
import dev.underpin.uds.server.SecurityAlgorithm;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Security access level 1: a seed of 16 bytes, whose key is the first 16 bytes of HMAC-SHA-256 (RFC 2104) under the control unit's
 * secret. Failed attempts are counted in memory that survives a reset.
 */
public final class SecretKeys implements SecurityAlgorithm {
    private static final int LENGTH = 16;
    private static final String ATTEMPTS = "security.attempts";

    private final byte[] secret;
    private final Entropy entropy;
    private final NonVolatile storage;

    SecretKeys(byte[] secret, Entropy entropy, NonVolatile storage) {
        this.secret = secret.clone();
        this.entropy = entropy;
        this.storage = storage;
    }

    /** The key to {@code seed}, as the control unit and every tester that knows its secret work it out. */
    public static byte[] key(byte[] secret, byte[] seed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(seed), LENGTH);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java runtime lacks HmacSHA256, which every one must have", absent);
        }
    }

    @Override
    public boolean supports(int level) {
        return level == 1;
    }

    @Override
    public byte[] seed(int level) {
        byte[] seed = entropy.bytes(LENGTH);
        seed[0] |= 1;
        return seed;
    }

    @Override
    public int keyLength(int level) {
        return LENGTH;
    }

    @Override
    public boolean accepts(int level, byte[] seed, byte[] key) {
        return MessageDigest.isEqual(key(secret, seed), key);
    }

    @Override
    public int failedAttempts() {
        return (int) storage.number(ATTEMPTS, 0);
    }

    @Override
    public void failedAttempts(int count) {
        storage.put(ATTEMPTS, Integer.toString(count));
    }
}
