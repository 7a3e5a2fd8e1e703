package dev.underpin.vehicle.ecu;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;

/**
 * What a control unit does for the vehicle when its boot loader has handed over: cyclic signals, monitors, actuators. An application
 * is built once per control unit and started anew after every reset.
 *
 * <p>Threading: the scheduler's thread.
 */
public interface Application {
    /**
     * Names what stands behind the identifiers and routines that the table declares for this control unit. Called once, when the
     * vehicle is put together, before the first start. A declared name without a binding ends the assembly.
     */
    void bind(Bindings bindings);

    /** Starts out of reset. Everything held in working memory is gone; {@link EcuContext#storage()} is as it was left. */
    void start(EcuContext context);

    /** Stops: power lost, reset, or handed over to the boot loader. Alarms and ports of the context are dead when this returns. */
    void stop();

    /** The diagnostic session changed, by request or by timeout. */
    default void sessionChanged(Session session) {}

    /** Whether something that a tester asks for may be done now: {@link Nrc#POSITIVE}, or why not (0x22, 0x88, 0x90). */
    default Nrc veto(Intrusion intrusion) {
        return Nrc.POSITIVE;
    }

    /** What a tester may do to a control unit that the vehicle's state can forbid. */
    enum Intrusion {
        /** ECUReset (0x11). */
        RESET,
        /** ClearDiagnosticInformation (0x14). */
        CLEAR,
        /** InputOutputControl (0x2F) and WriteMemoryByAddress (0x3D). */
        CONTROL,
        /** Entering the programming session, the precondition routine, erasing. */
        PROGRAMMING
    }
}
