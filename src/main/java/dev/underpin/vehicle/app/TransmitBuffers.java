package dev.underpin.vehicle.app;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import java.util.HashMap;
import java.util.Map;

/** A transmit buffer for each message on a port: a frame that has not left yet when the next one of its message comes is replaced. */
final class TransmitBuffers {
    private final CanPort port;
    private final Map<Long, CanFrame> waiting = new HashMap<>();

    TransmitBuffers(CanPort port) {
        this.port = port;
    }

    void send(CanFrame frame) {
        Long message = frame.arbitrationField();
        CanFrame before = waiting.put(message, frame);
        if (before != null) {
            port.abort(before);
        }
        port.send(frame, () -> waiting.remove(message, frame));
    }
}
