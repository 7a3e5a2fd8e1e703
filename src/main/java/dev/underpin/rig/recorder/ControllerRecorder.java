package dev.underpin.rig.recorder;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.ControllerState;
import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import java.util.Locale;

/** Writes the changes of fault confinement state on one bus. */
public final class ControllerRecorder implements CanBus.Observer {
    private final Pen pen;
    private final String bus;

    public ControllerRecorder(Pen pen, String bus) {
        this.pen = pen;
        this.bus = bus;
    }

    @Override
    public void frame(long at, String sender, CanFrame frame) {}

    @Override
    public void state(long at, String node, ControllerState state, int transmitErrors, int receiveErrors) {
        pen.write(
                Kind.CONTROLLER,
                bus,
                Fields.of("bus", bus)
                        .and("node", node)
                        .and("state", state.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .and("transmitErrors", transmitErrors)
                        .and("receiveErrors", receiveErrors));
    }
}
