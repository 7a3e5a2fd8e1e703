package dev.underpin.rig.port;

/** Faults by name, as {@code fault.FaultKind} lists them. A rig that cannot inject one says so through its capabilities. */
public interface Faults {
    /**
     * Injects a fault.
     *
     * @param kind the fault's name
     * @param target what it hits, such as a control unit or a button; empty where the kind has only one target
     */
    void inject(String kind, String target);

    /** Heals a fault. */
    void heal(String kind, String target);
}
