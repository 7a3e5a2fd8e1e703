package dev.underpin.vehicle.telematics;

import dev.underpin.signature.Ed25519;
import dev.underpin.signature.Jws;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import java.security.PrivateKey;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/**
 * Who the vehicle is to its cloud: the VIN and the private key behind it (Ed25519). Proofs are JWS (RFC 7515, EdDSA of RFC 8037) in
 * compact form.
 */
public final class VehicleIdentity {
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
        this.key = key;
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
        return Jws.compact(all.toJson(), keyId, key);
    }

    /** 16 bytes in hexadecimal that no other call returns. */
    public String nonce() {
        return nonces.hex(16);
    }

    /** The key's signature over {@code message}. */
    public byte[] sign(byte[] message) {
        return Ed25519.sign(key, message);
    }
}
