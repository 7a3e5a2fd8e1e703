package dev.underpin.fault;

/** Faults of the bits on a CAN bus (ISO 11898-1:2015, 10.11): nodes find errors in frames and count them. */
public sealed interface BitFault extends Fault {
    /** What a control unit sends, it reads back falsely: its controller counts errors until it leaves the bus. */
    record BusOff(String ecu) implements BitFault {}

    /** Interference inverts one bit in so many on a bus, at random. */
    record BusNoise(String bus, int oneIn) implements BitFault {}
}
