package dev.underpin.vehicle.telematics.uptane;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An image that a repository names for a control unit (Uptane Standard 2.1.0, Targets metadata).
 *
 * @param hardware the hardware that the image is for, as F191 reads
 * @param length whole file, bytes
 * @param sha256 over the whole file, 64 lower-case hexadecimal digits
 * @param releaseCounter never goes down
 * @param serial of the control unit that the Director means; empty where it means whichever is there
 * @param dependsOn control units whose new software has to be there first
 */
public record Target(
        String ecu,
        String hardware,
        String filename,
        long length,
        String sha256,
        String version,
        long releaseCounter,
        String serial,
        List<String> dependsOn) {
    public Target {
        dependsOn = List.copyOf(dependsOn);
    }

    /** Reads what metadata says; what is missing is empty or negative. */
    public static Target of(JsonNode json) {
        return new Target(
                json.path("ecu").asString(""),
                json.path("hardware").asString(""),
                json.path("filename").asString(""),
                json.path("length").asLong(-1),
                json.path("sha256").asString(""),
                json.path("version").asString(""),
                json.path("releaseCounter").asLong(-1),
                json.path("serial").asString(""),
                json.path("dependsOn").valueStream().map(it -> it.asString("")).toList());
    }

    /** Whether both speak of the same image for the same hardware. */
    public boolean sameImage(Target other) {
        return length == other.length
                && releaseCounter == other.releaseCounter
                && sha256.equals(other.sha256)
                && hardware.equals(other.hardware)
                && version.equals(other.version);
    }
}
