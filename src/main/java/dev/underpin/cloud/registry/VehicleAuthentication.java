package dev.underpin.cloud.registry;

import dev.underpin.cloud.http.ApiError;
import dev.underpin.cloud.http.ApiRequest;
import dev.underpin.cloud.trust.BadSignature;
import dev.underpin.cloud.trust.CompactJws;
import dev.underpin.time.Calendar;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Believes a vehicle: the bearer token of each request is a JWS made by the vehicle's own key for that one request. Refused with
 * 401 are no token ({@code credentials-missing}), a forged one ({@code credentials-invalid}), one made more than five minutes
 * before or after now ({@code clock-skew}) and one seen before ({@code credentials-replayed}); with 403 one of another vehicle
 * ({@code wrong-vehicle}).
 */
public final class VehicleAuthentication {
    private static final String SCHEME = "Bearer ";
    private static final long SKEW_SECONDS = 300;

    private final Registry registry;
    private final Calendar calendar;
    private final AuditLog audit;
    private final Set<String> seen = new HashSet<>();

    public VehicleAuthentication(Registry registry, Calendar calendar, AuditLog audit) {
        this.registry = registry;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** The vehicle named {@code vin} if it made {@code request}. */
    public Vehicle authenticate(ApiRequest request, String vin) {
        String token = request.header("authorization")
                .filter(value -> value.startsWith(SCHEME))
                .map(value -> value.substring(SCHEME.length()))
                .orElseThrow(() -> refused(401, "credentials-missing", vin, "no bearer token"));
        Vehicle vehicle = registry.vehicle(vin);
        ObjectNode claims = verified(token, vehicle);
        checkMoment(claims, vin);
        if (!seen.add(vin + " " + claims.path("jti").asString(""))) {
            throw refused(401, "credentials-replayed", vin, "this token was used before");
        }
        return vehicle;
    }

    private ObjectNode verified(String token, Vehicle vehicle) {
        try {
            String subject = CompactJws.unverifiedClaims(token).path("sub").asString("");
            if (!subject.equals(vehicle.vin())) {
                throw refused(403, "wrong-vehicle", vehicle.vin(), "the token speaks for " + subject);
            }
            return CompactJws.verify(token, vehicle.key());
        } catch (BadSignature e) {
            throw refused(401, "credentials-invalid", vehicle.vin(), e.why());
        }
    }

    private void checkMoment(ObjectNode claims, String vin) {
        long issued = claims.path("iat").asLong(0);
        long now = calendar.utc().getEpochSecond();
        if (issued < now - SKEW_SECONDS || issued > now + SKEW_SECONDS) {
            throw refused(401, "clock-skew", vin, "the vehicle's clock says %d s, ours %d s".formatted(issued, now));
        }
    }

    private ApiError refused(int status, String code, String vin, String why) {
        audit.add(vin, "request-refused", vin, code + ": " + why);
        return new ApiError(status, code, why);
    }
}
