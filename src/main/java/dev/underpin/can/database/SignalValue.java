package dev.underpin.can.database;

/** What a signal shall carry, said in one of three ways. */
public sealed interface SignalValue {
    /** A physical value in the unit of the signal. */
    record Physical(double value) implements SignalValue {}

    /** The bits themselves; for a signed signal in two's complement. */
    record Raw(long value) implements SignalValue {}

    /** The value that the value table calls so. */
    record Label(String value) implements SignalValue {}
}
