package dev.underpin.defect;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerState;
import dev.underpin.vehicle.Fitting;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The port of a control unit that sends or hears some frames with other data. */
record Frames(CanPort real, UnaryOperator<CanFrame> sent, UnaryOperator<CanFrame> heard) implements CanPort {
    /** A vehicle in which a control unit sends frames with changed data, by their identifiers. */
    static Fitting sent(String ecu, Map<Integer, Consumer<byte[]>> changes) {
        return of(ecu, port -> new Frames(port, frame -> changed(frame, changes), UnaryOperator.identity()));
    }

    /** A vehicle in which a control unit hears frames with changed data, by their identifiers. */
    static Fitting heard(String ecu, Map<Integer, Consumer<byte[]>> changes) {
        return of(ecu, port -> new Frames(port, UnaryOperator.identity(), frame -> changed(frame, changes)));
    }

    private static Fitting of(String ecu, UnaryOperator<CanPort> decorator) {
        return new Fitting() {
            @Override
            public CanPort port(String unit, CanPort port) {
                return unit.equals(ecu) ? decorator.apply(port) : port;
            }
        };
    }

    private static CanFrame changed(CanFrame frame, Map<Integer, Consumer<byte[]>> changes) {
        Consumer<byte[]> change = changes.get(frame.id());
        if (change == null) {
            return frame;
        }
        byte[] data = frame.data();
        change.accept(data);
        return frame.fd()
                ? CanFrame.fd(frame.id(), frame.extended(), frame.bitRateSwitch(), data)
                : CanFrame.classic(frame.id(), data);
    }

    @Override
    public String node() {
        return real.node();
    }

    @Override
    public void send(CanFrame frame, Runnable confirmation) {
        real.send(sent.apply(frame), confirmation);
    }

    @Override
    public void listen(Listener listener) {
        real.listen(frame -> listener.received(heard.apply(frame)));
    }

    @Override
    public boolean abort(CanFrame frame) {
        return real.abort(sent.apply(frame));
    }

    @Override
    public ControllerState state() {
        return real.state();
    }

    @Override
    public void recover() {
        real.recover();
    }

    @Override
    public void power(boolean on) {
        real.power(on);
    }
}
