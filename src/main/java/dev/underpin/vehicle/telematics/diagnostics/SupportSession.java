package dev.underpin.vehicle.telematics.diagnostics;

import dev.underpin.time.Nanos;
import java.util.Map;

/** A session that support has opened. Its token is renewed as long as it lasts. Confined to the scheduler's thread. */
final class SupportSession {
    private final String id;
    private final String role;
    private final String channel;
    private final String consentId;
    private final long tokenSeconds;
    private String token;

    /**
     * @param token what the cloud wants to see with every request of the session
     * @param tokenSeconds how long it is good
     * @param role the technician, by role
     * @param channel {@code car-button}, {@code app} or {@code phone}
     * @param consentId the consent that it rests on
     */
    SupportSession(String id, String token, long tokenSeconds, String role, String channel, String consentId) {
        this.id = id;
        this.token = token;
        this.tokenSeconds = tokenSeconds;
        this.role = role;
        this.channel = channel;
        this.consentId = consentId;
    }

    String id() {
        return id;
    }

    String role() {
        return role;
    }

    String channel() {
        return channel;
    }

    String consentId() {
        return consentId;
    }

    Map<String, String> headers() {
        return Map.of("x-session-token", token);
    }

    /** Whether the driver speaks with support by another way than this vehicle's screens. */
    boolean alternate() {
        return !channel.equals("car-button");
    }

    /** How long after a token came the next one is asked for, so that no request goes out with one that is too old; nanoseconds. */
    long renewAfter() {
        return tokenSeconds * Nanos.SECOND * 4 / 5;
    }

    /** Takes the token of the same session, opened again. */
    void renewed(SupportSession again) {
        token = again.token;
    }
}
