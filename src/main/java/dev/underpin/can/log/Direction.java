package dev.underpin.can.log;

/** Which way a logged frame went, seen from the node that kept the log. Where a format does not tell, the frame was received. */
public enum Direction {
    RX,
    TX
}
