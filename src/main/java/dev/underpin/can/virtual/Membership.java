package dev.underpin.can.virtual;

import dev.underpin.can.ControllerState;
import dev.underpin.can.bits.ProtocolController;

/** What the nodes of a bus have in common: how many acknowledge, and whether the state of one asks for care. */
final class Membership {
    private int acknowledgers;
    private boolean nervous;
    private boolean counting;

    void count(Node[] nodes) {
        acknowledgers = 0;
        nervous = false;
        counting = false;
        for (Node node : nodes) {
            ProtocolController controller = node.controller();
            acknowledgers += node.acknowledges() ? 1 : 0;
            nervous |= controller.integrating() || controller.state() == ControllerState.ERROR_PASSIVE;
            counting |= controller.transmitErrors() + controller.receiveErrors() > 0;
        }
    }

    /** How many nodes would acknowledge a frame, its sender included. */
    int acknowledgers() {
        return acknowledgers;
    }

    /** Whether a node integrates, recovers or is error-passive. */
    boolean nervous() {
        return nervous;
    }

    /** Whether a node has an error counter above 0, which frames that go well bring down. */
    boolean counting() {
        return counting;
    }
}
