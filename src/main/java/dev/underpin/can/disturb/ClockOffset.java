package dev.underpin.can.disturb;

/**
 * The clock of a node is off. It resynchronises on edges to dominant, by at most an eighth of a bit each (ISO 11898-1:2015, 11.3.2);
 * what is left adds up until it reads a bit twice or misses one.
 *
 * @param partsPerMillion above 0: too fast
 */
public record ClockOffset(String node, long partsPerMillion) implements Disturbance {}
