package dev.underpin.rig.bench;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerState;

/** The port of a simulated control unit whose place on the bus a real one has taken: what it sends goes nowhere, and it hears nothing. */
record AbsentPort(String node) implements CanPort {
    @Override
    public void send(CanFrame frame, Runnable confirmation) {
        // nobody is there
    }

    @Override
    public boolean abort(CanFrame frame) {
        return false;
    }

    @Override
    public void listen(Listener listener) {
        // nothing comes
    }

    @Override
    public void power(boolean on) {
        // the real one has a supply of its own
    }

    @Override
    public ControllerState state() {
        return ControllerState.ERROR_ACTIVE;
    }

    @Override
    public void recover() {
        // never off
    }
}
