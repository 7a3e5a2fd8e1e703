package dev.underpin.cloud.desk;

import dev.underpin.cloud.http.ApiError;
import dev.underpin.cloud.trust.BadSignature;
import dev.underpin.cloud.trust.CompactJws;
import dev.underpin.cloud.trust.Json;
import dev.underpin.time.Entropy;
import java.security.KeyPair;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tokens that the cloud issues (JWS, EdDSA): to a vehicle for one session, to a technician for a shift. A session token is worth
 * nothing without the vehicle's own signature on the same request.
 */
final class SessionTokens {
    private static final long SHIFT_SECONDS = 8 * 3600;

    private final KeyPair issuer;
    private final Entropy ids;
    private final Map<String, ObjectNode> verified = new HashMap<>();

    SessionTokens(KeyPair issuer, Entropy ids) {
        this.issuer = issuer;
        this.ids = ids;
    }

    String forSession(DiagnosticSession session, Instant now) {
        return CompactJws.sign(
                Json.object()
                        .put("sub", session.vin())
                        .put("sid", session.id())
                        .put("jti", ids.hex(8))
                        .put("iat", now.getEpochSecond())
                        .put("exp", session.expires().getEpochSecond()),
                issuer);
    }

    String forTechnician(String name, Instant now) {
        return CompactJws.sign(
                Json.object()
                        .put("sub", name)
                        .put("role", "technician")
                        .put("jti", ids.hex(8))
                        .put("iat", now.getEpochSecond())
                        .put("exp", now.getEpochSecond() + SHIFT_SECONDS),
                issuer);
    }

    /** Checks that {@code token} is one for {@code session}, in time. */
    void checkSession(String token, DiagnosticSession session, Instant now) {
        ObjectNode claims = claims(token, now);
        if (!claims.path("sub").asString("").equals(session.vin())) {
            throw new ApiError(403, "token-wrong-vehicle", "the token is another vehicle's");
        }
        if (!claims.path("sid").asString("").equals(session.id())) {
            throw new ApiError(403, "token-wrong-session", "the token is another session's");
        }
    }

    /** The technician whose token this is. */
    String technician(String token, Instant now) {
        ObjectNode claims = claims(token, now);
        if (!claims.path("role").asString("").equals("technician")) {
            throw new ApiError(403, "technician-unknown", "the token is not a technician's");
        }
        return claims.path("sub").asString("");
    }

    private ObjectNode claims(String token, Instant now) {
        try {
            ObjectNode claims = verified.get(token);
            if (claims == null) {
                claims = CompactJws.verify(token, issuer.getPublic());
                verified.put(token, claims);
            }
            if (claims.path("exp").asLong(0) <= now.getEpochSecond()) {
                throw new ApiError(401, "token-expired", "the token is too old");
            }
            return claims;
        } catch (BadSignature e) {
            throw new ApiError(401, "token-invalid", e.why());
        }
    }
}
