package dev.underpin.can;

/**
 * How a controller is set up.
 *
 * @param order in which its queued frames are sent
 * @param oneShot whether a frame that lost arbitration or met an error is dropped instead of repeated
 * @param listenOnly whether it sends nothing at all, not even an acknowledgement
 * @param recoversItself whether it comes back from bus-off by itself; otherwise after {@link CanPort#recover()}
 */
public record ControllerSettings(Order order, boolean oneShot, boolean listenOnly, boolean recoversItself) {
    /** Lowest identifier first, repeats, takes part, comes back by itself. */
    public static final ControllerSettings STANDARD = new ControllerSettings(Order.PRIORITY, false, false, true);

    /** Which of several queued frames is sent first. */
    public enum Order {
        /** The one with the lowest identifier; first come, first served among equals. */
        PRIORITY,
        /** The oldest. */
        FIFO
    }

    public ControllerSettings withOrder(Order other) {
        return new ControllerSettings(other, oneShot, listenOnly, recoversItself);
    }

    public ControllerSettings withOneShot() {
        return new ControllerSettings(order, true, listenOnly, recoversItself);
    }

    public ControllerSettings withListenOnly() {
        return new ControllerSettings(order, oneShot, true, recoversItself);
    }

    public ControllerSettings withRecoveryOnRequest() {
        return new ControllerSettings(order, oneShot, listenOnly, false);
    }
}
