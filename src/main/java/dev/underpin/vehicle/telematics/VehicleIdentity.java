package dev.underpin.vehicle.telematics;

import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Map;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Who the vehicle is to its cloud: the VIN and the private key behind it (Ed25519). Proofs are JWS (RFC 7515, EdDSA of RFC 8037) in
 * compact form.
 *
 * <p>Bouncy Castle signs: every request carries a proof, and the JDK's own provider takes some ten times as long for one.
 */
public final class VehicleIdentity {
    private static final Provider PROVIDER = provider();

    private final String vin;
    private final PrivateKey key;
    private final String keyId;
    private final Calendar calendar;
    private final Entropy nonces;
    private boolean locked;

    /**
     * @param keyId name of the key in the maker's records
     * @param calendar the vehicle's secure time
     */
    public VehicleIdentity(String vin, PrivateKey key, String keyId, Calendar calendar, Entropy entropy) {
        this.vin = vin;
        this.key = forProvider(key);
        this.keyId = keyId;
        this.calendar = calendar;
        this.nonces = entropy.fork("vehicle-nonces");
    }

    public String vin() {
        return vin;
    }

    public String keyId() {
        return keyId;
    }

    /** Whether the key store gives the key to nobody. */
    public boolean locked() {
        return locked;
    }

    /** Locks the key store or opens it, as its secure element does. */
    public void lock(boolean now) {
        locked = now;
    }

    /** The value of an {@code authorization} header: a fresh proof with {@code sub}, {@code jti} and {@code iat}. */
    public String authorization() {
        return "Bearer " + proof(Map.of());
    }

    /** A fresh proof of identity that also vouches for {@code claims}. */
    public String proof(Map<String, String> claims) {
        JwtClaims all = new JwtClaims();
        all.setSubject(vin);
        all.setJwtId(nonce());
        all.setIssuedAt(NumericDate.fromSeconds(calendar.utc().getEpochSecond()));
        claims.forEach(all::setStringClaim);
        return jws(all.toJson());
    }

    /** 16 bytes in hexadecimal that no other call returns. */
    public String nonce() {
        return nonces.hex(16);
    }

    /** The key's signature over {@code message}. */
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519", PROVIDER);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the vehicle key cannot sign", unusable);
        }
    }

    private String jws(String payload) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        jws.setKeyIdHeaderValue(keyId);
        jws.setKey(key);
        jws.setProviderContext(context());
        jws.setPayload(payload);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException unusable) {
            throw new IllegalStateException("the vehicle key cannot sign", unusable);
        }
    }

    private static ProviderContext context() {
        ProviderContext context = new ProviderContext();
        context.getSuppliedKeyProviderContext().setSignatureProvider(PROVIDER.getName());
        return context;
    }

    private static PrivateKey forProvider(PrivateKey key) {
        try {
            return KeyFactory.getInstance("Ed25519", PROVIDER)
                    .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("the vehicle key is no Ed25519 key", unusable);
        }
    }

    /** Jose4j asks for a provider by its name, which has to be known to the runtime: added behind all others, it changes no default. */
    private static Provider provider() {
        Provider provider = new BouncyCastleProvider();
        Security.addProvider(provider);
        return provider;
    }
}
