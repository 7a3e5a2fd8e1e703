package dev.underpin.steps;

import dev.underpin.fault.Fault;
import dev.underpin.fault.Injector;
import dev.underpin.fault.OutOfReach;
import org.opentest4j.TestAbortedException;

/** Faults of a rig that may not reach their target: then the scenario is not run any further, and nothing is proved. */
record RefusableFaults(Injector faults) implements Injector {
    @Override
    public void inject(Fault fault) {
        try {
            faults.inject(fault);
        } catch (OutOfReach refused) {
            throw new TestAbortedException(OutOfReach.told(fault, String.valueOf(refused.getMessage())), refused);
        }
    }

    @Override
    public void heal(Fault fault) {
        faults.heal(fault);
    }

    @Override
    public void healAll() {
        faults.healAll();
    }
}
