package dev.underpin.can.bits;

import dev.underpin.can.CanFrame;
import dev.underpin.can.ControllerState;
import dev.underpin.can.ErrorKind;
import dev.underpin.can.FrameField;
import org.jspecify.annotations.Nullable;

/** What a {@link ProtocolController} asks of and tells the node it belongs to. Called from within {@code drive} and {@code sample}. */
public interface ControllerHost {
    /**
     * The frame to send now that the bus is idle; null when there is none. It is the host's again after {@link #sent},
     * {@link #lostArbitration} or {@link #failed}.
     *
     * @param errorPassive whether a CAN FD frame has to say so (ESI)
     */
    @Nullable
    WireFrame next(boolean errorPassive);

    /** A frame went out without error. */
    void sent(WireFrame frame);

    /** Another node's frame went before; {@code bit} counts from the start of frame, stuff bits included. */
    void lostArbitration(WireFrame frame, int bit);

    /** A frame was broken off by an error. */
    void failed(WireFrame frame);

    /**
     * A frame was received without error.
     *
     * @param acknowledged whether its ACK slot was set, by this node or another
     */
    void received(CanFrame frame, boolean acknowledged);

    /**
     * An error was found.
     *
     * @param field where
     * @param sender whether this node was the sender of the frame
     */
    void error(ErrorKind kind, FrameField field, boolean sender);

    /** An overload flag is sent. */
    void overload();

    /** The fault confinement state changed. */
    void state(ControllerState state);
}
