package dev.underpin.defect;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerState;
import dev.underpin.vehicle.Fitting;

/** The port of a control unit that says each short diagnostic response twice. */
record Chatty(CanPort real, int response) implements CanPort {
    /** A vehicle in which a control unit, whose responses have that identifier, does so. */
    static Fitting of(String ecu, int response) {
        return new Fitting() {
            @Override
            public CanPort port(String unit, CanPort port) {
                return unit.equals(ecu) ? new Chatty(port, response) : port;
            }
        };
    }

    @Override
    public void send(CanFrame frame, Runnable confirmation) {
        real.send(frame, confirmation);
        boolean shortResponse = frame.id() == response && (frame.data()[0] & 0xF0) == 0;
        if (shortResponse) {
            real.send(frame);
        }
    }

    @Override
    public String node() {
        return real.node();
    }

    @Override
    public void listen(Listener listener) {
        real.listen(listener);
    }

    @Override
    public boolean abort(CanFrame frame) {
        return real.abort(frame);
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
