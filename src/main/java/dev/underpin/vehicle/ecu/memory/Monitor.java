package dev.underpin.vehicle.ecu.memory;

/**
 * The one way into a fault memory (fault detection counter: ISO 14229-1:2020 annex D.5): a monitor reports what it sees each time it has a look, and the memory's debouncing decides what
 * becomes of it. Threading: the scheduler's thread.
 */
public interface Monitor {
    /** One look with the fault present: the fault detection counter goes up by the code's step; 127 means failed. */
    void prefailed();

    /** One look without the fault: the counter goes down by the code's step; -128 means passed. */
    void prepassed();

    /** The monitor has made up its own mind that the fault is present: the counter goes to 127 at once. */
    void failed();

    /** The monitor has made up its own mind that the fault is absent: the counter goes to -128 at once. */
    void passed();

    /** Whether the last completed test failed (status bit 0). */
    boolean isFailed();

    /** Whether the code is confirmed (status bit 3). */
    boolean isConfirmed();

    /** One look whose finding is {@code present}. */
    default void look(boolean present) {
        if (present) {
            prefailed();
        } else {
            prepassed();
        }
    }
}
