package dev.underpin.cloud.trust;

import dev.underpin.signature.Ed25519;
import dev.underpin.signature.Jws;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Base64;
import org.jose4j.jws.AlgorithmIdentifiers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compact JSON Web Signatures (RFC 7515) with EdDSA over Ed25519 (RFC 8037), the only algorithm accepted: {@code none} and every
 * other one are refused.
 */
public final class CompactJws {
    private static final int PARTS = 3;

    private CompactJws() {}

    /** {@code claims}, signed by {@code signer}. */
    public static String sign(ObjectNode claims, KeyPair signer) {
        return Jws.compact(Json.text(claims), DevelopmentKeys.keyId(signer.getPublic()), signer.getPrivate());
    }

    /** The claims of {@code compact}, read without any check: to learn whose key would have to verify them. */
    public static ObjectNode unverifiedClaims(String compact) throws BadSignature {
        return object(decoded(parts(compact)[1]), "claims");
    }

    /** The claims of {@code compact} if {@code signer} signed them. */
    public static ObjectNode verify(String compact, PublicKey signer) throws BadSignature {
        String[] parts = parts(compact);
        ObjectNode header = object(decoded(parts[0]), "header");
        if (!header.path("alg").asString("").equals(AlgorithmIdentifiers.EDDSA) || header.has("crit")) {
            throw new BadSignature("only EdDSA without extensions is accepted, found " + header);
        }
        byte[] signed = compact.substring(0, compact.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
        if (!Ed25519.verifies(signer, signed, decoded(parts[2]))) {
            throw new BadSignature("the signature does not verify");
        }
        return object(decoded(parts[1]), "claims");
    }

    private static String[] parts(String compact) throws BadSignature {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != PARTS) {
            throw new BadSignature("not a compact JWS");
        }
        return parts;
    }

    private static byte[] decoded(String part) throws BadSignature {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw new BadSignature("not a compact JWS");
        }
    }

    private static ObjectNode object(byte[] json, String what) throws BadSignature {
        try {
            if (Json.read(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new BadSignature("JSON expected in the " + what);
        }
        throw new BadSignature("an object expected in the " + what);
    }
}
