package dev.underpin.vehicle.ecu;

/** The supply terminal as a control unit feels it. Threading: the scheduler's thread. */
public interface Supply {
    /** Volts at the terminal now. */
    double volts();

    /** Whether that is enough to run; below, the regulator gives up and holds the control unit in reset. */
    boolean powered();

    /** Adds who is told, within the change, when {@link #powered()} has changed. */
    void listen(Runnable changed);
}
