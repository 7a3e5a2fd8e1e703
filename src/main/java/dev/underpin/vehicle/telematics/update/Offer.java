package dev.underpin.vehicle.telematics.update;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What the cloud offers, told to the user before anything is touched (UN R156 7.2.2.2).
 *
 * @param version the version of the whole vehicle's software, such as {@code 2026.47}
 * @param notes new features, one each
 * @param estimatedDownloadSeconds at the usual rate
 * @param estimatedInstallSeconds until the vehicle is ready for use
 * @param functionsUnavailable what does not work during the installation
 * @param instructions what the user has to do or to leave
 */
public record Offer(
        String offerId,
        String campaign,
        String version,
        String title,
        String purpose,
        String criticality,
        List<String> notes,
        long sizeBytes,
        long estimatedDownloadSeconds,
        long estimatedInstallSeconds,
        List<String> functionsUnavailable,
        List<String> instructions) {
    public Offer {
        notes = List.copyOf(notes);
        functionsUnavailable = List.copyOf(functionsUnavailable);
        instructions = List.copyOf(instructions);
    }

    /** Reads the cloud's words; what is missing stays empty. */
    public static Offer of(JsonNode json) {
        return new Offer(
                json.path("offerId").asString(""),
                json.path("campaign").asString(""),
                json.path("version").asString(""),
                json.path("title").asString(""),
                json.path("purpose").asString(""),
                json.path("criticality").asString(""),
                texts(json.path("notes")),
                json.path("sizeBytes").asLong(0),
                json.path("estimatedDownloadSeconds").asLong(0),
                json.path("estimatedInstallSeconds").asLong(0),
                texts(json.path("functionsUnavailable")),
                texts(json.path("instructions")));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(it -> it.asString("")).toList();
    }
}
