package dev.underpin.vehicle.plant;

/** The drive ranges. */
public enum Gear {
    P,
    R,
    N,
    D
}
