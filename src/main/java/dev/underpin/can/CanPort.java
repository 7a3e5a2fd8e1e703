package dev.underpin.can;

/**
 * The port of one node on one bus: its controller and transceiver. The same port stands before the virtual bus and before real media.
 *
 * <p>Threading: all calls and call-backs on the thread of the bus's scheduler.
 */
public interface CanPort {
    /** The node's name on the bus, for histories. */
    String node();

    /**
     * Queues a frame; it competes by its identifier with the other nodes' frames.
     *
     * @param confirmation runs when the frame was transmitted without error (L_Data.confirm)
     */
    void send(CanFrame frame, Runnable confirmation);

    /** Queues a frame without asking for the confirmation. */
    default void send(CanFrame frame) {
        send(frame, () -> {});
    }

    /** Takes a queued frame back, the oldest of equal ones; false when it is on the wire or not queued. */
    boolean abort(CanFrame frame);

    /** Adds a listener for the frames of the other nodes; it runs at the end of each frame. */
    void listen(Listener listener);

    /** Powers the controller up or down. Powered down it neither sends nor hears, and its queue is lost. */
    void power(boolean on);

    /** The controller's fault confinement state. */
    ControllerState state();

    /** Starts the way back from bus-off; does nothing in any other state. */
    void recover();

    /** Hears the frames of the other nodes. */
    @FunctionalInterface
    interface Listener {
        /** A frame ended; its data may change after the call, so that who keeps it keeps {@link CanFrame#kept()}. */
        void received(CanFrame frame);

        /** An own frame was dropped because of an error or a lost arbitration: the controller sends each frame once. */
        default void dropped(CanFrame frame) {}

        /** The controller's fault confinement state changed. */
        default void state(ControllerState state) {}
    }
}
