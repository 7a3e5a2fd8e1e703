package dev.underpin.signature;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SelfTestStatus;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Ed25519 by one security provider. AWS-LC (native, through the Corretto provider) takes a third of the time of Bouncy Castle, and Bouncy
 * Castle a fraction of that of the JDK's own; where the first does not load, as on a machine that it is not built for, the second serves.
 */
final class Provision {
    private static final String ALGORITHM = "Ed25519";

    private final Provider provider;
    private final KeyFactory keys;

    Provision(Provider provider) {
        this.provider = provider;
        this.keys = keys(provider);
    }

    /** The fastest that works here. */
    static Provision fastest() {
        return new Provision(loads() ? AmazonCorrettoCryptoProvider.INSTANCE : new BouncyCastleProvider());
    }

    private static boolean loads() {
        return AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null
                && AmazonCorrettoCryptoProvider.INSTANCE.runSelfTests() == SelfTestStatus.PASSED;
    }

    private static KeyFactory keys(Provider provider) {
        try {
            return provider.getService("KeyFactory", ALGORITHM) == null
                    ? KeyFactory.getInstance(ALGORITHM)
                    : KeyFactory.getInstance(ALGORITHM, provider);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java has no Ed25519", absent);
        }
    }

    byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM, provider);
            signature.initSign(usable(key));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("expected an Ed25519 key that can sign", unusable);
        }
    }

    /** @param key as RFC 8410 encodes it */
    boolean verifies(byte[] key, byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM, provider);
            check.initVerify(keys.generatePublic(new X509EncodedKeySpec(key)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** The key as the provider takes it. */
    PrivateKey usable(PrivateKey key) throws GeneralSecurityException {
        return keys.generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
    }

    /** The name under which the runtime knows the provider from now on; behind all others, so that no default changes. */
    String name() {
        Security.addProvider(provider);
        return provider.getName();
    }
}
