package dev.underpin.can.virtual;

import dev.underpin.can.CanFrame;
import dev.underpin.can.ControllerState;
import dev.underpin.can.ErrorKind;
import dev.underpin.can.FrameField;
import dev.underpin.can.bits.ControllerHost;
import dev.underpin.can.bits.ProtocolController;
import dev.underpin.can.bits.WireFrame;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An independent listener right at the medium: what it receives, acknowledged by somebody, is what observers are shown. Behind an error it
 * waits for 11 recessive bits, as it may have found it later than the nodes.
 */
final class Probe implements ControllerHost {
    private final Consumer<CanFrame> seen;
    private final ProtocolController controller = new ProtocolController(this, true);

    private Probe(Consumer<CanFrame> seen) {
        this.seen = seen;
    }

    /** The controller of a new one. */
    static ProtocolController telling(Consumer<CanFrame> seen) {
        return new Probe(seen).controller;
    }

    @Override
    public @Nullable WireFrame next(boolean errorPassive) {
        return null;
    }

    @Override
    public void sent(WireFrame frame) {}

    @Override
    public void lostArbitration(WireFrame frame, int bit) {}

    @Override
    public void failed(WireFrame frame) {}

    @Override
    public void received(CanFrame frame, boolean acknowledged) {
        if (acknowledged) {
            seen.accept(frame);
        }
    }

    @Override
    public void error(ErrorKind kind, FrameField field, boolean sender) {
        controller.integrate();
    }

    @Override
    public void overload() {}

    @Override
    public void state(ControllerState state) {}
}
