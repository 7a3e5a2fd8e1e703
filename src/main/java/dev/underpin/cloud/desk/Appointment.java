package dev.underpin.cloud.desk;

import dev.underpin.cloud.trust.Json;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service appointment.
 *
 * @param id its number
 * @param sessionId the session that it came from
 * @param vin the vehicle
 * @param start when
 * @param place where
 * @param reason why, in words
 * @param dtcs trouble codes to look at
 * @param odometer distance driven, km; 0 when not known
 */
public record Appointment(
        String id,
        String sessionId,
        String vin,
        Instant start,
        String place,
        String reason,
        List<String> dtcs,
        double odometer) {
    public Appointment {
        dtcs = List.copyOf(dtcs);
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("appointmentId", id)
                .put("sessionId", sessionId)
                .put("vin", vin)
                .put("start", start.toString())
                .put("place", place)
                .put("reason", reason)
                .put("status", "confirmed")
                .put("odometer", odometer);
        json.set("dtcs", Json.array(dtcs));
        return json;
    }
}
