package dev.underpin.vehicle.telematics.update;

import dev.underpin.vehicle.telematics.uptane.Target;
import java.time.Instant;
import java.util.List;

/**
 * The images of one offer, as director and image repository agree on them.
 *
 * @param targets in an order that puts every control unit behind those that it depends on
 * @param expires when the metadata is no longer to be believed
 */
public record Bundle(String offerId, List<Target> targets, Instant expires) {
    public Bundle {
        targets = List.copyOf(targets);
    }

    /** Bytes of all images. */
    public long bytes() {
        return targets.stream().mapToLong(Target::length).sum();
    }
}
