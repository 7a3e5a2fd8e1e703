package dev.underpin.cloud.desk;

import dev.underpin.cloud.trust.Json;
import dev.underpin.cloud.trust.Sha256;
import tools.jackson.databind.node.ObjectNode;

/**
 * The report of an ended session: the same text, number and hash for the user and for the team.
 *
 * @param id its number
 * @param sessionId the session
 * @param vin the vehicle
 * @param outcome {@code resolved}, {@code appointment}, {@code follow-up} or {@code aborted}
 * @param sha256 hash of the canonical JSON of {@code body} without its member {@code sha256}
 * @param body the whole report
 */
public record Report(String id, String sessionId, String vin, String outcome, String sha256, ObjectNode body) {
    /** Seals {@code content}: adds its hash. */
    static Report sealed(String vin, ObjectNode content) {
        String hash = Sha256.hex(Json.canonical(content));
        ObjectNode body = content.deepCopy().put("sha256", hash);
        return new Report(
                body.path("reportId").asString(),
                body.path("sessionId").asString(),
                vin,
                body.path("outcome").asString(),
                hash,
                body);
    }

    /** Number, session, outcome and hash: what a message about the report says. */
    ObjectNode notice() {
        return Json.object()
                .put("reportId", id)
                .put("sessionId", sessionId)
                .put("outcome", outcome)
                .put("sha256", sha256);
    }
}
