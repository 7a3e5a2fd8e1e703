package dev.underpin.can.virtual;

import dev.underpin.can.CanFrame;
import org.jspecify.annotations.Nullable;

/**
 * Takes each frame of a virtual bus over a medium outside of it, while the time of the bus stands still: arbitration and duration are the
 * virtual bus's, content and delivery the medium's.
 */
@FunctionalInterface
public interface Carrier {
    /** The bus is its own medium: each frame arrives as it was sent. */
    Carrier NONE = (sender, frame) -> frame;

    /**
     * Carries one frame and returns when it has arrived; on the bus's thread.
     *
     * @param sender the node that sends it
     * @return what arrived; null when nothing did
     */
    @Nullable
    CanFrame carry(String sender, CanFrame frame);
}
