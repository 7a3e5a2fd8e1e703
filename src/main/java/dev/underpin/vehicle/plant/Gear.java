package dev.underpin.vehicle.plant;

/** The drive ranges. The order is the raw value of the signal {@code Gear} on the bus. */
public enum Gear {
    P,
    R,
    N,
    D
}
