package dev.underpin.can.disturb;

/** Something wrong with a bus, as plain data: wiring, interference, clocks. Times are vehicle time in nanoseconds. */
public sealed interface Disturbance permits FlipBit, HoldLevel, Noise, OpenWire, MissingTerminator, ClockOffset {}
