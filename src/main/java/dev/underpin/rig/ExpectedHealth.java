package dev.underpin.rig;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rig file expects of its rig before a run.
 *
 * @param identity what control units have to say of themselves, by name; null for none beyond the ECU table and the release catalogue
 * @param lostFrames how many frames a bus may lose in a scenario, where its medium is known to; null for none
 * @param supply between which voltages the supply has to be; null for {@link Volts#USUAL}
 */
public record ExpectedHealth(
        @Nullable Map<String, Identity> identity,
        @JsonProperty("lost-frames") @Nullable Integer lostFrames,
        @Nullable Volts supply) {
    /**
     * What a control unit says of itself; null where nothing special is expected.
     *
     * @param part spare part number (22 F187)
     * @param software application software (22 F189)
     * @param serial serial number (22 F18C)
     * @param hardware hardware number (22 F191)
     */
    public record Identity(
            @Nullable String part,
            @Nullable String software,
            @Nullable String serial,
            @Nullable String hardware) {}

    /** Two voltages with what lies between them. */
    public record Volts(double low, double high) {
        /** Within which every control unit has to work (ISO 16750-2, 4.2, code C). */
        public static final Volts USUAL = new Volts(9, 16);
    }
}
