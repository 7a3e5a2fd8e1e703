package dev.underpin.fault;

/** Faults of a CAN bus: of its bits (ISO 11898-1:2015, 10.11), of its frames, of its load. */
public sealed interface BusFault extends Fault {
    /** What a control unit sends, it reads back falsely: its controller counts errors until it leaves the bus. */
    record BusOff(String ecu) implements BusFault {}

    /** Interference inverts one bit in so many on a bus, at random. */
    record BusNoise(String bus, int oneIn) implements BusFault {}

    /** A node on a bus sends a frame of the highest priority endlessly. */
    record BabblingIdiot(String bus) implements BusFault {}

    /** Now and then a diagnostic response of a control unit comes twice. */
    record DuplicatedFrame(String ecu) implements BusFault {}

    /** One diagnostic frame on its way to or from a control unit is lost: the n-th, from 1. */
    record FrameLost(String ecu, Way way, int occurrence) implements BusFault {}

    /** One diagnostic frame on its way to or from a control unit comes so much later. */
    record FrameLate(String ecu, Way way, int occurrence, int millis) implements BusFault {}

    /** The wire between a control unit and its buses is open: nothing comes in, nothing goes out. */
    record WireOpen(String ecu) implements BusFault {}
}
