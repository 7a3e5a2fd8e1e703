package dev.underpin.can;

/** One bus: a medium to which nodes attach. Threading as {@link CanPort}. */
public interface CanBus {
    /** The bus's name in the rig file. */
    String name();

    /** Attaches a node with a standard controller, powered. */
    default CanPort attach(String node) {
        return attach(node, ControllerSettings.STANDARD);
    }

    /** Attaches a node, powered. */
    CanPort attach(String node, ControllerSettings settings);

    /**
     * Runs the controller of a node at other bits per second: unless the others do so too, they read its frames falsely, and it theirs.
     *
     * @throws UnsupportedOperationException if this medium cannot
     */
    default void bitRate(String node, long bitsPerSecond) {
        throw new UnsupportedOperationException("the bit rate of bus %s is fixed".formatted(name()));
    }

    /** Adds an observer that sees every frame on the medium, whoever sent it, and takes no part in the traffic. */
    void observe(Observer observer);

    /** Sees what passes on the medium. */
    @FunctionalInterface
    interface Observer {
        /**
         * A frame ended.
         *
         * @param at vehicle time of its last bit, nanoseconds
         * @param sender the node that sent it
         */
        void frame(long at, String sender, CanFrame frame);

        /**
         * A node has sent a frame; follows upon {@link #frame}.
         *
         * @param requested when it was queued, vehicle time in nanoseconds
         * @param started when its start of frame began
         * @param ended when its end of frame was over
         */
        default void sent(String node, CanFrame frame, long requested, long started, long ended) {}

        /** A node found an error, or signals overload. */
        default void error(BusError error) {}

        /**
         * A node's fault confinement state changed.
         *
         * @param transmitErrors its transmit error counter
         * @param receiveErrors its receive error counter
         */
        default void state(long at, String node, ControllerState state, int transmitErrors, int receiveErrors) {}
    }

    /**
     * An error that a node found.
     *
     * @param at end of the bit at which it was found, vehicle time in nanoseconds
     * @param field the field of that bit
     * @param sender whether the node was the sender of the frame
     * @param transmitErrors its transmit error counter afterwards
     * @param receiveErrors its receive error counter afterwards
     */
    record BusError(
            long at,
            String node,
            ErrorKind kind,
            FrameField field,
            boolean sender,
            int transmitErrors,
            int receiveErrors) {}
}
