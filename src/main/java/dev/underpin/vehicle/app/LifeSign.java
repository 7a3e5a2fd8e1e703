package dev.underpin.vehicle.app;

/** What a control unit tells about itself in its alive frame. */
enum LifeSign {
    STARTING,
    RUNNING,
    /** A reset that was asked for is about to happen: silence is expected. */
    RESTARTING,
    /** The boot loader takes over for programming: silence is expected. */
    PROGRAMMING
}
