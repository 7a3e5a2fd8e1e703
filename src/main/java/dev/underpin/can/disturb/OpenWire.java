package dev.underpin.can.disturb;

/** The stub line of one node is broken: it hears only itself, and nobody hears it. */
public record OpenWire(String node) implements Disturbance {}
