package dev.underpin.vehicle.ecu;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerState;
import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;

/**
 * Brings a controller back from bus-off: soon at first; after several times in a row it leaves the bus alone for longer (AUTOSAR CAN
 * State Manager, bus-off recovery with CanSMBorTimeL1 and L2).
 */
final class BusOffRecovery implements CanPort.Listener {
    private static final long SOON = 100 * Nanos.MILLISECOND;
    private static final long LATER = Nanos.SECOND;
    private static final long IN_A_ROW = 2 * Nanos.SECOND;
    private static final int QUICK_TRIES = 5;

    private final Scheduler scheduler;
    private final Alarm alarm;
    private int tries;
    private long last;

    BusOffRecovery(Scheduler scheduler, CanPort port) {
        this.scheduler = scheduler;
        this.alarm = scheduler.alarm(port::recover);
        port.listen(this);
    }

    @Override
    public void received(CanFrame frame) {}

    @Override
    public void state(ControllerState state) {
        if (state == ControllerState.BUS_OFF) {
            tries = tries > 0 && scheduler.now() - last < IN_A_ROW ? tries + 1 : 1;
            last = scheduler.now();
            alarm.in(tries <= QUICK_TRIES ? SOON : LATER);
        }
    }
}
