package dev.underpin.can.gate;

import dev.underpin.can.CanFrame;

/**
 * A node that sends one frame endlessly, whether it is its turn or not.
 *
 * @param frame what it sends; the lower its identifier, the fewer nodes get through
 * @param gap nanoseconds from the end of one frame to the wish for the next; 0 leaves frames with a lower priority nothing
 */
public record BabblingIdiot(CanFrame frame, long gap) {
    /** The name of the node on its bus. */
    public static final String NODE = "babbling idiot";

    public BabblingIdiot {
        if (gap < 0) {
            throw new IllegalArgumentException("a gap is at least 0 ns, not " + gap);
        }
    }
}
