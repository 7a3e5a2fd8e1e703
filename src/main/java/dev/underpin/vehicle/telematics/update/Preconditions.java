package dev.underpin.vehicle.telematics.update;

import java.util.Optional;

/** Whether the vehicle is in a state in which it may be updated (UN R156 7.2.2.5). */
@FunctionalInterface
public interface Preconditions {
    /** The first thing that stands in the way at this moment; empty when nothing does. */
    Optional<Reason> obstacle(Moment moment);
}
