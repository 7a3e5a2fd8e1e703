package dev.underpin.can.virtual;

import dev.underpin.can.CanBus.BusError;
import dev.underpin.can.CanBus.Observer;
import dev.underpin.can.CanFrame;
import dev.underpin.can.ControllerState;
import dev.underpin.can.ErrorKind;
import dev.underpin.can.FrameField;
import dev.underpin.can.bits.ProtocolController;
import java.util.Arrays;

/** The observers of a bus. */
final class Spectators {
    private Observer[] observers = {};

    void add(Observer observer) {
        observers = Arrays.copyOf(observers, observers.length + 1);
        observers[observers.length - 1] = observer;
    }

    void frame(long at, String sender, CanFrame frame) {
        for (Observer observer : observers) {
            observer.frame(at, sender, frame);
        }
    }

    void sent(String node, Flight flight, long ended) {
        for (Observer observer : observers) {
            observer.sent(node, flight.frame(), flight.requested(), flight.started(), ended);
        }
    }

    void error(long at, Node node, ErrorKind kind, FrameField field, boolean sender) {
        ProtocolController controller = node.controller();
        BusError error = new BusError(
                at, node.node(), kind, field, sender, controller.transmitErrors(), controller.receiveErrors());
        for (Observer observer : observers) {
            observer.error(error);
        }
    }

    void state(long at, Node node, ControllerState state) {
        ProtocolController controller = node.controller();
        for (Observer observer : observers) {
            observer.state(at, node.node(), state, controller.transmitErrors(), controller.receiveErrors());
        }
    }
}
