package dev.underpin.fault;

/** Faults of the 12 V supply (ISO 16750-2:2012, 4.3 and 4.6). */
public sealed interface SupplyFault extends Fault {
    /** The wire that supplies one control unit is cut. */
    record SupplyCut(String ecu) implements SupplyFault {}

    /** A bad contact lets no more than so many volts through to one control unit. */
    record SupplyDip(String ecu, double volts) implements SupplyFault {}

    /** The 12 V battery is disconnected: no control unit has any supply. */
    record Blackout() implements SupplyFault {}

    /** No control unit gets more than so many volts. */
    record BrownOut(double volts) implements SupplyFault {}

    /** The dip of a cold start: 15 ms at so many volts, 10 s at 2 V more, at every control unit, then sound again. */
    record Cranking(double volts) implements SupplyFault {}
}
