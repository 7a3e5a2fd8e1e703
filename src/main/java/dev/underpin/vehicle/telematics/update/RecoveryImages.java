package dev.underpin.vehicle.telematics.update;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The images that control units with a single bank run now: without a second slot they have no way back of their own. Filled at the
 * factory, renewed with every installation; survives power loss. Confined to the scheduler's thread.
 */
public final class RecoveryImages {
    private final Map<String, byte[]> images = new LinkedHashMap<>();

    /** Keeps {@code image} as what {@code ecu} runs; not copied, must not be changed. */
    public void keep(String ecu, byte[] image) {
        images.put(ecu, image);
    }

    /** The image that {@code ecu} runs, if it is one with a single bank. */
    Optional<byte[]> of(String ecu) {
        return Optional.ofNullable(images.get(ecu));
    }
}
