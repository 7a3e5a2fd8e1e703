package dev.underpin.vehicle.ecu;

import dev.underpin.can.CanPort;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.time.Scheduler;
import dev.underpin.vehicle.ecu.memory.Monitor;

/**
 * What an application has at hand from one start to the next stop. After the stop its alarms no longer run and its ports neither send
 * nor hear.
 */
public interface EcuContext {
    /** The control unit's name in the table. */
    String ecu();

    /** Vehicle time; alarms of this scheduler die with the run. */
    Scheduler scheduler();

    /** Civil time. */
    Calendar calendar();

    /** This control unit's own stream of chance, named after it. */
    Entropy entropy();

    /**
     * The port on a bus that the table lists for this control unit. Frames are not sent while a tester has switched normal
     * communication off (0x28).
     *
     * @throws IllegalArgumentException if the control unit is not on that bus
     */
    CanPort port(String bus);

    /**
     * The monitor of a trouble code, such as {@code P0AA6-1A}, that the table lists for this control unit.
     *
     * @throws IllegalArgumentException if the table does not list it
     */
    Monitor monitor(String dtc);

    /**
     * The colour in which trouble codes of this control unit ask for a lamp of the table (status bit 7), the most urgent one; empty
     * when none does.
     */
    String lampColour(String lamp);

    /** Memory that survives power loss and reset. */
    NonVolatile storage();

    /** Voltage at the supply terminal, volts. */
    double volts();

    /** Version of the software that runs, as F195 reports it. */
    String version();

    /** A new operation cycle began (ignition switched on): bits 1 and 6 of every trouble code start over. */
    void operationCycle();

    /** Resets this control unit from inside, as a watchdog does. */
    void reset();
}
