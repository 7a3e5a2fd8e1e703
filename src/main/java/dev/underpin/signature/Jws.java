package dev.underpin.signature;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** JSON Web Signatures (RFC 7515, EdDSA of RFC 8037) in compact form. Threading: any. */
public final class Jws {
    private static final ProviderContext CONTEXT = context();

    private Jws() {}

    /**
     * {@code payload}, signed.
     *
     * @param payload text, such as claims in JSON
     * @param keyId the name of the key, {@code kid}
     * @param key an Ed25519 key
     */
    public static String compact(String payload, String keyId, PrivateKey key) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        jws.setKeyIdHeaderValue(keyId);
        jws.setProviderContext(CONTEXT);
        jws.setPayload(payload);
        try {
            jws.setKey(Ed25519.provision().usable(key));
            return jws.getCompactSerialization();
        } catch (GeneralSecurityException | JoseException unusable) {
            throw new IllegalArgumentException("expected an Ed25519 key that can sign", unusable);
        }
    }

    private static ProviderContext context() {
        ProviderContext context = new ProviderContext();
        context.getSuppliedKeyProviderContext()
                .setSignatureProvider(Ed25519.provision().name());
        return context;
    }
}
