package dev.underpin.vehicle.plant;

/** What keeps the vehicle's switched supply on. */
public enum Wake {
    /** The driver's ignition. */
    IGNITION,
    /** A plug in the charge inlet whose station offers power. */
    CHARGER,
    /** The gateway holds the supply, for an update or for diagnosis. */
    GATEWAY
}
