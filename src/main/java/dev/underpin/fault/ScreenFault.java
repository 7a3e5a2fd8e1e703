package dev.underpin.fault;

/** Faults of the infotainment's screen. */
public sealed interface ScreenFault extends Fault {
    /** The panel does not feel fingers; its picture lives. */
    record TouchDead() implements ScreenFault {}

    /** The picture stands still, whatever software shows; the panel lives. */
    record ScreenFrozen() implements ScreenFault {}
}
