package dev.underpin.can.virtual;

/** How a transmission ended, and how long the bus then stays taken. */
enum Outcome {
    /** All bits went out and somebody acknowledged: intermission. */
    ACKNOWLEDGED(3),
    /**
     * Nobody set the ACK slot. The error flag (6) began with the ACK delimiter, 8 bits before the end of the frame; delimiter (8) and
     * intermission (3) follow.
     */
    UNACKNOWLEDGED(9),
    /** The sender fell silent within the frame: 6 recessive bits violate stuffing; error flag (6), delimiter (8), intermission (3). */
    ABORTED(23);

    private final int bitsToIdle;

    Outcome(int bitsToIdle) {
        this.bitsToIdle = bitsToIdle;
    }

    /** Nominal bits from the moment of the outcome until the next start of frame may come. */
    int bitsToIdle() {
        return bitsToIdle;
    }
}
