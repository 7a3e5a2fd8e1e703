package dev.underpin.fault;

/** Faults of whole frames on a CAN bus, and of its load. */
public sealed interface BusFault extends Fault {
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
