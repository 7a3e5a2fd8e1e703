package dev.underpin.vehicle.telematics.update;

import dev.underpin.vehicle.telematics.uptane.Target;
import org.jspecify.annotations.Nullable;

/**
 * What a control unit says of itself.
 *
 * @param hardware F191
 * @param serial F18C
 * @param version F195
 * @param sha256 F1A0, lower-case hexadecimal
 * @param releaseCounter F1A1
 */
public record Installed(
        String ecu, String hardware, String serial, String version, String sha256, long releaseCounter) {
    /** Whether a control unit, if it answered, runs the image of {@code target}. */
    static boolean isOn(@Nullable Installed unit, Target target) {
        return unit != null && unit.runs(target);
    }

    /** Whether it runs the image of {@code target}. */
    public boolean runs(Target target) {
        return version.equals(target.version())
                && sha256.equals(target.sha256())
                && releaseCounter == target.releaseCounter();
    }
}
