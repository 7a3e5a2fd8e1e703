package dev.underpin.vehicle.ecu;

import dev.underpin.uds.server.SecuredChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Secured data transmission (0x84) under keys derived from the control unit's secret. Calculation 00: signature AES-128-CMAC (RFC 4493, 16
 * bytes) over all that is sent before it, encryption AES-128 in counter mode (NIST SP 800-38A).
 */
final class SecretChannel implements SecuredChannel {
    private static final String COUNTER = "secured.counter";
    private static final int BLOCK = 16;

    private final byte[] signing;
    private final byte[] hiding;
    private final NonVolatile storage;

    SecretChannel(byte[] secret, NonVolatile storage) {
        signing = SecretKeys.key(secret, "secured data: signature".getBytes(StandardCharsets.US_ASCII));
        hiding = SecretKeys.key(secret, "secured data: encryption".getBytes(StandardCharsets.US_ASCII));
        this.storage = storage;
    }

    @Override
    public boolean calculates(int calculation) {
        return calculation == 0;
    }

    @Override
    public byte[] code(byte[] message) {
        CMac mac = new CMac(AESEngine.newInstance());
        mac.init(new KeyParameter(signing));
        mac.update(message, 0, message.length);
        byte[] code = new byte[BLOCK];
        mac.doFinal(code, 0);
        return code;
    }

    @Override
    public byte[] encrypt(byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            IvParameterSpec counter = new IvParameterSpec(Arrays.copyOf(nonce, BLOCK));
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(hiding, "AES"), counter);
            return cipher.doFinal(text);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java runtime lacks AES, which every one must have", absent);
        }
    }

    @Override
    public byte[] decrypt(byte[] nonce, byte[] text) {
        return encrypt(nonce, text);
    }

    @Override
    public int lastCounter() {
        return (int) storage.number(COUNTER, 0);
    }

    @Override
    public void lastCounter(int counter) {
        storage.put(COUNTER, Integer.toString(counter));
    }
}
