package dev.underpin.can.gate;

/** Which way a frame passes through a {@link Gate}. */
public enum Way {
    /** The node sends it. */
    TO_BUS,
    /** The node is to hear it. */
    TO_NODE
}
