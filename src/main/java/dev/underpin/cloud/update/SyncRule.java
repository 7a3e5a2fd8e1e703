package dev.underpin.cloud.update;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Decides what a vehicle's signed report proves. */
@FunctionalInterface
public interface SyncRule {
    /**
     * The judgement.
     *
     * @param assigned the SHA-256 of the image that each ECU is to run
     * @param report the signed part of the manifest: {@code {vin, nonce, correlationId, outcome, ecus, attack}}
     */
    SyncStatus judge(Map<String, String> assigned, ObjectNode report);

    /** In sync only by proof: every assigned hash is reported as the active one, whatever the report says of its outcome. */
    static SyncRule standard() {
        return (assigned, report) -> {
            if (assigned.entrySet().stream()
                    .allMatch(entry -> entry.getValue().equals(reportedHash(report, entry.getKey())))) {
                return SyncStatus.IN_SYNC;
            }
            return report.path("outcome").asString("").equals("success") ? SyncStatus.OUT_OF_SYNC : SyncStatus.FAILED;
        };
    }

    private static String reportedHash(ObjectNode report, String ecu) {
        for (JsonNode row : report.path("ecus")) {
            if (row.path("ecu").asString("").equals(ecu)) {
                return row.path("sha256").asString("");
            }
        }
        return "";
    }
}
