package dev.underpin.cloud.trust;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compact JSON Web Signatures (RFC 7515) with EdDSA over Ed25519 (RFC 8037), the only algorithm accepted: {@code none} and every
 * other one are refused.
 */
public final class CompactJws {
    private static final AlgorithmConstraints EDDSA_ONLY =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA);

    private CompactJws() {}

    /** {@code claims}, signed by {@code signer}. */
    public static String sign(ObjectNode claims, KeyPair signer) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(Json.text(claims));
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        jws.setKeyIdHeaderValue(DevelopmentKeys.keyId(signer.getPublic()));
        jws.setKey(signer.getPrivate());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign claims", e);
        }
    }

    /** The claims of {@code compact}, read without any check: to learn whose key would have to verify them. */
    public static ObjectNode unverifiedClaims(String compact) throws BadSignature {
        return claims(parse(compact).getUnverifiedPayload());
    }

    /** The claims of {@code compact} if {@code signer} signed them. */
    public static ObjectNode verify(String compact, PublicKey signer) throws BadSignature {
        JsonWebSignature jws = parse(compact);
        jws.setAlgorithmConstraints(EDDSA_ONLY);
        jws.setKey(signer);
        try {
            if (!jws.verifySignature()) {
                throw new BadSignature("the signature does not verify");
            }
            return claims(jws.getPayload());
        } catch (JoseException e) {
            throw new BadSignature("the signature cannot be checked: " + e.getMessage());
        }
    }

    private static JsonWebSignature parse(String compact) throws BadSignature {
        JsonWebSignature jws = new JsonWebSignature();
        try {
            jws.setCompactSerialization(compact);
            return jws;
        } catch (JoseException e) {
            throw new BadSignature("not a compact JWS");
        }
    }

    private static ObjectNode claims(String payload) throws BadSignature {
        try {
            if (Json.read(payload.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode claims) {
                return claims;
            }
        } catch (JacksonException e) {
            throw new BadSignature("the claims are not JSON");
        }
        throw new BadSignature("the claims are not an object");
    }
}
