package dev.underpin.defect;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerState;
import dev.underpin.vehicle.Fitting;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The port of a control unit that sends or hears other frames than it should.
 *
 * @param sent what leaves instead of a frame
 * @param heard what is heard instead of a frame
 * @param recovers whether it comes back after bus-off
 */
record Wire(
        CanPort real,
        Function<CanFrame, List<CanFrame>> sent,
        Function<CanFrame, List<CanFrame>> heard,
        boolean recovers)
        implements CanPort {
    /** A vehicle in which what leaves a control unit is changed. */
    static Fitting sending(String ecu, Function<CanFrame, List<CanFrame>> sent) {
        return of(ecu, port -> new Wire(port, sent, List::of, true));
    }

    /** A vehicle in which what a control unit hears is changed. */
    static Fitting hearing(String ecu, Function<CanFrame, List<CanFrame>> heard) {
        return of(ecu, port -> new Wire(port, List::of, heard, true));
    }

    /** A vehicle in which a control unit never comes back after bus-off. */
    static Fitting neverBack(String ecu) {
        return of(ecu, port -> new Wire(port, List::of, List::of, false));
    }

    /** The same frame with other data. */
    static CanFrame with(CanFrame frame, byte[] data) {
        return frame.fd()
                ? CanFrame.fd(frame.id(), frame.extended(), frame.bitRateSwitch(), data)
                : CanFrame.classic(frame.id(), data);
    }

    private static Fitting of(String ecu, UnaryOperator<CanPort> decorator) {
        return new Fitting() {
            @Override
            public CanPort port(String unit, CanPort port) {
                return unit.equals(ecu) ? decorator.apply(port) : port;
            }
        };
    }

    @Override
    public String node() {
        return real.node();
    }

    @Override
    public void send(CanFrame frame, Runnable confirmation) {
        List<CanFrame> instead = sent.apply(frame);
        if (instead.isEmpty()) {
            confirmation.run();
        }
        for (int i = 0; i < instead.size(); i++) {
            real.send(instead.get(i), i == 0 ? confirmation : () -> {});
        }
    }

    @Override
    public void listen(Listener listener) {
        real.listen(frame -> heard.apply(frame).forEach(listener::received));
    }

    @Override
    public boolean abort(CanFrame frame) {
        return sent.apply(frame).stream().anyMatch(real::abort);
    }

    @Override
    public ControllerState state() {
        return real.state();
    }

    @Override
    public void recover() {
        if (recovers) {
            real.recover();
        }
    }

    @Override
    public void power(boolean on) {
        real.power(on);
    }
}
