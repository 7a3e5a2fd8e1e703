package dev.underpin.can.disturb;

import dev.underpin.can.CanFrame;

/** What one disturbance does, bit by bit. */
interface Effect {
    /** Whether a frame has to be played bit by bit because of it. */
    default boolean concerns(CanFrame frame) {
        return true;
    }

    /** The moment from which it acts on an idle bus; {@link Long#MAX_VALUE}: it does not. */
    default long wakesAt(long now) {
        return Long.MAX_VALUE;
    }

    /** A bit begins. */
    default void begin(BitMoment bit) {}

    /** The level on the medium, where it would be {@code level}. */
    default int medium(BitMoment bit, int level) {
        return level;
    }

    /** The level that a node reads, where it would be {@code level}. */
    default int seen(String node, BitMoment bit, int level) {
        return level;
    }

    /** Whether the node's stub line is broken. */
    default boolean detached(String node) {
        return false;
    }

    /** How much too fast the node's clock is, parts per million. */
    default long clockOffset(String node) {
        return 0;
    }

    /** How many bits, at nodes or on the medium, it has changed. */
    long hits();
}
