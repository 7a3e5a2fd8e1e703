package dev.underpin.fault;

/** Puts faults in at the seams of a rig and takes them away. */
public interface Injector {
    /**
     * Injects a fault.
     *
     * @throws IllegalArgumentException if its target is not there, naming it
     * @throws OutOfReach if the rig cannot inject it there, saying what it would need
     */
    void inject(Fault fault);

    /** Takes a fault away; does nothing if it was never injected or is healed. */
    void heal(Fault fault);

    /** Takes away every fault that is still there, the last one first. */
    void healAll();
}
