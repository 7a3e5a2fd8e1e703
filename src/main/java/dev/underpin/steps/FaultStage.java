package dev.underpin.steps;

import dev.underpin.fault.Fault;
import dev.underpin.rig.port.Bench;
import java.util.function.Predicate;

/** What steps that inject faults need of their scenario. */
interface FaultStage {
    void inject(Fault fault);

    void heal(Fault fault);

    /** Lets vehicle time pass, nanoseconds. */
    void pass(long nanos);

    /** Lets vehicle time pass until the bench shows something, at most {@code within} nanoseconds. */
    void await(String what, long within, Predicate<Bench> seen);
}
