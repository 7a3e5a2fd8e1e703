package dev.underpin.vehicle.telematics.diagnostics;

import java.util.Map;

/**
 * A session that support has opened.
 *
 * @param token what the cloud wants to see with every request of the session
 * @param role the technician, by role
 * @param channel {@code car-button}, {@code app} or {@code phone}
 * @param consentId the consent that it rests on
 */
record SupportSession(String id, String token, String role, String channel, String consentId) {
    Map<String, String> headers() {
        return Map.of("x-session-token", token);
    }

    /** Whether the driver speaks with support by another way than this vehicle's screens. */
    boolean alternate() {
        return !channel.equals("car-button");
    }
}
