package dev.underpin.vehicle.telematics.diagnostics;

import dev.underpin.time.Nanos;
import dev.underpin.vehicle.telematics.Json;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.Postman;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Brings the report of an ended session to the user, once, and tells the cloud that it has arrived. */
final class Reports {
    private static final long AGAIN = 5 * Nanos.SECOND;
    private static final int TRIES = 60;

    private final Life life;
    private final DiagnosticsParts parts;
    private final SessionApi api;
    private final Postman postman;
    private final SupportScreens screens;

    Reports(DiagnosticsParts parts, SessionApi api, Postman postman, SupportScreens screens) {
        this.life = parts.life();
        this.parts = parts;
        this.api = api;
        this.postman = postman;
        this.screens = screens;
    }

    /** The report of a session is there, or will soon be. */
    void fetch(String sessionId) {
        fetch(sessionId, 1);
    }

    private void fetch(String sessionId, int attempt) {
        life.when(api.report(sessionId), report -> deliver(sessionId, report), missing -> {
            if (attempt < TRIES) {
                life.after(AGAIN, () -> fetch(sessionId, attempt + 1));
            }
        });
    }

    private void deliver(String sessionId, JsonNode report) {
        if (!parts.memory().deliver(sessionId)) {
            return;
        }
        screens.add(SupportViews.report(report));
        screens.add(SupportViews.result(report));
        postman.post(
                parts.cloud().path("/sessions/%s/report/ack".formatted(sessionId)),
                Map.of(),
                Json.object().put("sha256", report.path("sha256").asString("")));
    }
}
