package dev.underpin.can.disturb;

/**
 * A level is forced from one moment to another: dominant by a short of the two wires to supply and ground, recessive by a short between
 * them.
 *
 * @param until exclusive; {@link Long#MAX_VALUE} for good
 */
public record HoldLevel(boolean dominant, long from, long until, View view) implements Disturbance {
    /** The two wires touch each other: nobody gets a dominant level through. */
    public static HoldLevel shortBetweenWires(long from, long until) {
        return new HoldLevel(false, from, until, View.all());
    }

    /** CAN_H at the supply and CAN_L at ground, or a transceiver stuck in its sending state. */
    public static HoldLevel stuckDominant(long from, long until) {
        return new HoldLevel(true, from, until, View.all());
    }
}
